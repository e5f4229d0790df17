import type { ColumnSpec } from '#platform/tabular/find-header.ts'

/** The columns of a roster of members, by the names the platform gives them. */
export type RosterField =
  | 'name'
  | 'documentKind'
  | 'documentNumber'
  | 'phone'
  | 'sex'
  | 'bornOn'
  | 'ethnicity'
  | 'education'
  | 'skill'
  | 'household'
  | 'employment'
  | 'union'
  | 'joinedOn'
  | 'standing'
  | 'political'
  | 'serial'
  | 'remark'

const column = (
  key: RosterField,
  zh: string,
  en: string,
  aliases: string,
  required = false,
): ColumnSpec<RosterField> => ({
  key,
  text: { zh, en },
  aliases: aliases === '' ? [] : aliases.split(' '),
  required,
})

/**
 * The columns of the real-name form (工会会员基本信息采集表), with the words seen above them. `political` is understood
 * so that it can be said that it is not taken over: nothing here needs it (PIPL article 6).
 */
export const rosterColumns: readonly ColumnSpec<RosterField>[] = [
  column('name', '姓名', 'Name', '会员姓名 职工姓名 名字 姓 员工姓名', true),
  column(
    'documentNumber',
    '身份证号码',
    'Document number',
    '身份证号 身份证 公民身份号码 公民身份证号码 居民身份证号码 居民身份证号 证件号码 证件号 有效证件号码 身份号码',
    true,
  ),
  column('documentKind', '证件类型', 'Document kind', '证件种类 证件名称 证件类别 有效证件类型'),
  column(
    'phone',
    '手机号码',
    'Phone',
    '手机 手机号 联系电话 联系方式 电话 移动电话 电话号码 本人手机 联系手机',
  ),
  column('sex', '性别', 'Sex', '男女'),
  column('bornOn', '出生日期', 'Born on', '出生年月 出生年月日 生日 出生时间'),
  column('ethnicity', '民族', 'Ethnicity', '所属民族'),
  column('education', '学历', 'Education', '文化程度 最高学历 文化水平 学历层次'),
  column('skill', '技能等级', 'Skill level', '职业技能等级 技术等级 职业资格等级 工人技术等级'),
  column('household', '户籍类型', 'Household', '户口性质 户口类型 户籍性质 户口 是否农民工 农民工'),
  column(
    'employment',
    '就业形态',
    'Work',
    '岗位类型 职业 工种 岗位 从业类型 职业类别 就业状况 群体类型 所属群体',
  ),
  column(
    'union',
    '所属工会',
    'Union',
    '所在工会 工会名称 基层工会 所属基层工会 所在基层工会 工会组织 所属工会组织',
  ),
  column('joinedOn', '入会日期', 'Joined on', '入会时间 加入工会时间 入会年月 加入工会日期 入会年月日'),
  column('standing', '会籍状态', 'Standing', '会员状态 会籍 会员会籍状态'),
  column('political', '政治面貌', 'Political affiliation', '政治身份'),
  column('serial', '序号', 'No.', ''),
  column('remark', '备注', 'Remark', ''),
]
