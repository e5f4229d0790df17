import type { RosterField } from './roster-columns.ts'
import type { RowProblem } from './verdict.ts'

const say =
  (severity: RowProblem['severity']) =>
  (
    field: RosterField,
    code: string,
    zh: string,
    en: string,
    acceptedZh?: string,
    acceptedEn?: string,
  ): RowProblem => ({
    field,
    code,
    severity,
    reason: { zh, en },
    ...(acceptedZh !== undefined && { accepted: { zh: acceptedZh, en: acceptedEn ?? acceptedZh } }),
  })

const error = say('error')
const note = say('note')

/** What is said of a row, each with its code. No sentence repeats a number: the file that has it is the person's own. */
export const says = {
  nameMissing: error('name', 'name-missing', '没有姓名。', 'There is no name.'),
  nameSpaced: note('name', 'name-spaced', '去掉了姓名中的空格。', 'Spaces inside the name were taken out.'),
  documentMissing: error(
    'documentNumber',
    'document-missing',
    '没有证件号码。',
    'There is no document number.',
  ),
  documentKind: error(
    'documentKind',
    'document-kind',
    '不认识这种证件。',
    'This kind of document is not known.',
    '居民身份证、护照、港澳居民来往内地通行证、台湾居民来往大陆通行证',
    'resident identity card, passport, Hong Kong or Macao permit, Taiwan permit',
  ),
  documentFifteen: note(
    'documentNumber',
    'document-fifteen',
    '15位旧号码已换成18位。',
    'The old number of 15 digits was made 18.',
  ),
  documentThreeNoughts: note(
    'documentNumber',
    'document-three-noughts',
    '号码以000结尾，请确认不是被电子表格截断的。',
    'The number ends in 000; make sure that no spreadsheet rounded it.',
  ),
  phoneMissing: note(
    'phone',
    'phone-missing',
    '没有手机号，将无法发短信。',
    'There is no phone; no SMS can be sent.',
  ),
  phoneEaten: error(
    'phone',
    'phone-eaten',
    '手机号被电子表格改成了科学计数（如 1.38E+10）。',
    'A spreadsheet turned the phone into 1.38E+10.',
    '把该列设为“文本”格式，重新填写11位手机号',
    'the column set to text, and the 11 digits typed again',
  ),
  sexContradicts: error(
    'sex',
    'sex-contradicts',
    '“性别”一栏与身份证号码不一致，其中一个写错了。',
    'The sex contradicts the identity number; one of the two is wrong.',
  ),
  sexUnread: note(
    'sex',
    'sex-unread',
    '“性别”一栏没有认出，按证件号码。',
    'The sex was not understood; the number says it.',
  ),
  bornContradicts: error(
    'bornOn',
    'born-contradicts',
    '“出生日期”一栏与身份证号码不一致，其中一个写错了。',
    'The day of birth contradicts the identity number; one of the two is wrong.',
  ),
  bornUnread: note(
    'bornOn',
    'born-unread',
    '“出生日期”一栏没有认出，按证件号码。',
    'The day of birth was not understood; the number says it.',
  ),
  underAge: error(
    'documentNumber',
    'under-age',
    '未满16周岁，不能入会（劳动法第15条）。',
    'Under 16, and may not join (labour law, article 15).',
  ),
  joinedBeforeSixteen: error(
    'joinedOn',
    'joined-before-sixteen',
    '入会日期早于满16周岁之日。',
    'The day of joining lies before the sixteenth birthday.',
  ),
  joinedUnread: error(
    'joinedOn',
    'joined-unread',
    '入会日期没有认出。',
    'The day of joining was not understood.',
    '2021-03-05、2021/3/5、20210305、2021年3月5日、2021.3',
    '2021-03-05, 2021/3/5, 20210305, 2021.3',
  ),
  joinedToCome: error(
    'joinedOn',
    'joined-to-come',
    '入会日期晚于今天。',
    'The day of joining lies in the future.',
  ),
  joinedTooEarly: error(
    'joinedOn',
    'joined-too-early',
    '入会日期早于1949年，写错了。',
    'The day of joining lies before 1949 and is a mistake.',
  ),
  joinedMonthOnly: note(
    'joinedOn',
    'joined-month-only',
    '入会日期只写到月（或年），按第一天登记。',
    'The day of joining names a month or a year; its first day was taken.',
  ),
  joinedMissing: note(
    'joinedOn',
    'joined-missing',
    '没有入会日期，按本次导入指定的日期。',
    'There is no day of joining; the one chosen for this import was taken.',
  ),
  unionUnknown: error(
    'union',
    'union-unknown',
    '没有找到这个工会，或它不在您的管辖范围内。',
    'No union of this name was found within your reach.',
    '与“组织”页面上完全相同的工会名称',
    'the name exactly as on the page of unions',
  ),
  unionAmbiguous: error(
    'union',
    'union-ambiguous',
    '有两个以上工会叫这个名称，无法确定是哪一个。',
    'Two or more unions bear this name.',
  ),
  unionMissing: error(
    'union',
    'union-missing',
    '没有写明所属工会，而本次导入的单位自己不接收会员。',
    'No union is named, and the unit of this import takes no members itself.',
    '基层工会的全称',
    'the full name of a grassroots union',
  ),
  notOnRoll: error(
    'standing',
    'not-on-roll',
    '这一行写明不在册（转出、保留、退会或除名），名册只导入在册会员。',
    'The row says that the person is not on the roll; only those who are come in.',
  ),
  ethnicityUnread: note(
    'ethnicity',
    'ethnicity-unread',
    '“民族”没有认出，不写入。',
    'The ethnicity was not understood and is left out.',
  ),
  educationUnread: note(
    'education',
    'education-unread',
    '“学历”没有认出，不写入。',
    'The education was not understood and is left out.',
  ),
  skillUnread: note(
    'skill',
    'skill-unread',
    '“技能等级”没有认出，不写入。',
    'The skill level was not understood and is left out.',
  ),
  householdUnread: note(
    'household',
    'household-unread',
    '“户籍类型”没有认出，不写入。',
    'The household was not understood and is left out.',
  ),
  employmentUnread: note(
    'employment',
    'employment-unread',
    '“就业形态”没有认出，按本次导入指定的。',
    'The form of work was not understood; the one chosen for this import was taken.',
  ),
} as const
