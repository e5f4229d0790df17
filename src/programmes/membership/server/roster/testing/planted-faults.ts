// For tests: what can be wrong with a row, one line a fault.
import { DEMO_REGION, residentIdCheck } from '#kernel/people/index.ts'
import {
  BORN,
  ETHNICITY,
  JOINED,
  KIND,
  NAME,
  NUMBER,
  PHONE,
  plantedNumber,
  SEX,
  STANDING,
  UNION,
  type Cell,
} from './planted-cells.ts'

const wide = (text: string) =>
  text.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** The number that this one becomes with another check digit. */
const wrongCheck = (number: string) => number.slice(0, 17) + (number[17] === '1' ? '2' : '1')

const checked = (first17: string) => first17 + residentIdCheck(first17)

export type Change = Readonly<Record<number, Cell>>
type Fault = (
  own: readonly string[],
  count: number,
) => { what: string; codes: readonly string[]; change: Change }

const one =
  (what: string, codes: string, change: (own: readonly string[]) => Change): Fault =>
  (own) => ({
    what,
    codes: codes === '' ? [] : codes.split(' '),
    change: change(own),
  })

/** One row each. What a row by itself can say; those that need a second row stand below. */
export const faults: readonly Fault[] = [
  one('full-width digits', '', (own) => ({ [NUMBER]: wide(own[NUMBER]!), [PHONE]: wide(own[PHONE]!) })),
  one('spaces inside the name', 'name-spaced', (own) => ({ [NAME]: [...own[NAME]!].join('　') })),
  one('15 digits', 'document-fifteen', () => ({
    [NUMBER]: `${DEMO_REGION}700203121`,
    [SEX]: '男',
    [BORN]: '1970-02-03',
  })),
  one('eaten by a spreadsheet', 'document-eaten', (own) => ({
    [NUMBER]: { number: Number(own[NUMBER]!.slice(0, 17)) * 10 },
  })),
  one('eaten, as text', 'document-eaten', () => ({ [NUMBER]: '1.10105E+17' })),
  one('rounded to noughts', 'document-rounded', () => ({ [NUMBER]: roundedNumber() })),
  one('ends in 000 and fits', 'document-three-noughts', () => ({
    [NUMBER]: threeNoughts(),
    [SEX]: '',
    [BORN]: '',
  })),
  one('check digit', 'document-check', (own) => ({ [NUMBER]: wrongCheck(own[NUMBER]!) })),
  one('30 February', 'document-birthday', () => ({ [NUMBER]: checked(`${DEMO_REGION}19900230311`) })),
  one('no such region', 'document-region', () => ({ [NUMBER]: checked('99010119900203311') })),
  one('17 digits', 'document-shape', (own) => ({ [NUMBER]: own[NUMBER]!.slice(0, 17) })),
  one('no number', 'document-missing', () => ({ [NUMBER]: '' })),
  one('date 2021/3/5', '', () => ({ [JOINED]: '2021/3/5' })),
  one('date 20210305', '', () => ({ [JOINED]: '20210305' })),
  one('date 2021年3月5日', '', () => ({ [JOINED]: '2021年3月5日' })),
  one('date 2021.3', 'joined-month-only', () => ({ [JOINED]: '2021.3' })),
  one('a spreadsheet’s number of a day', '', () => ({ [JOINED]: { number: 44_260 } })),
  one('a spreadsheet’s day', '', () => ({ [JOINED]: { day: '2021-03-05' } })),
  one('no day', 'joined-missing', () => ({ [JOINED]: '' })),
  one('a day in words', 'joined-unread', () => ({ [JOINED]: '去年夏天' })),
  one('a day to come', 'joined-to-come', () => ({ [JOINED]: '2099-01-01' })),
  one('joined as a child', 'joined-before-sixteen', () => ({
    [NUMBER]: plantedNumber(0, '2003-06-01'),
    [SEX]: '',
    [BORN]: '',
    [JOINED]: '2015-01-01',
  })),
  one('under age', 'under-age', () => ({ [NUMBER]: plantedNumber(0, '2015-06-01'), [SEX]: '', [BORN]: '' })),
  one('phone with +86', '', (own) => ({ [PHONE]: `+86 ${own[PHONE]!.slice(0, 3)}-${own[PHONE]!.slice(3)}` })),
  one('phone from 199', '', (own) => ({ [PHONE]: `199${own[PHONE]!.slice(3)}` })),
  one('a desk’s phone', 'phone', () => ({ [PHONE]: '0375-1234567' })),
  one('phone eaten', 'phone-eaten', () => ({ [PHONE]: '1.38E+10' })),
  one('no phone', 'phone-missing', () => ({ [PHONE]: '' })),
  one('another middle dot', '', () => ({ [NAME]: '阿依古丽•买买提' })),
  one('a rare character', '', () => ({ [NAME]: '张𠮷文' })),
  one('twenty letters', '', () => ({ [NAME]: '买买提江·阿不都热合曼·吐尔逊尼亚孜汗哈' })),
  one('twenty-one letters', 'name', () => ({ [NAME]: '买买提江·阿不都热合曼·吐尔逊尼亚孜汗哈哈' })),
  one('a digit in the name', 'name', (own) => ({ [NAME]: `${own[NAME]}1` })),
  one('no name', 'name-missing', () => ({ [NAME]: '' })),
  one('sex contradicts', 'sex-contradicts', (own) => ({ [SEX]: own[SEX] === '男' ? '女' : '男' })),
  one('birthday contradicts', 'born-contradicts', () => ({ [BORN]: '1950-01-01' })),
  one('a people misspelt', 'ethnicity-unread', () => ({ [ETHNICITY]: '汗族' })),
  one('passport', '', () => ({ [NUMBER]: 'E12345678', [KIND]: '护照', [SEX]: '', [BORN]: '' })),
  one('an unknown document', 'document-kind', () => ({ [KIND]: '驾驶证' })),
  one('moved away', 'not-on-roll', () => ({ [STANDING]: '转出' })),
  one('two at once', 'phone joined-unread', () => ({ [PHONE]: '12345', [JOINED]: '不详' })),
  one('unknown union', 'union-unknown', () => ({ [UNION]: '没有这个工会' })),
]

/** Ends in 000 as a spreadsheet leaves it, and the check digit does not fit. */
function roundedNumber(): string {
  const first = `${DEMO_REGION}19910304`
  return residentIdCheck(`${first}000`) === '0' ? `${DEMO_REGION}199103050000` : `${first}0000`
}

/** Of some day, a number whose last three are noughts rightly. */
function threeNoughts(): string {
  for (let day = 1; day < 28; day++) {
    for (const order of ['100', '200', '300', '400']) {
      const first17 = `${DEMO_REGION}199204${String(day).padStart(2, '0')}${order}`
      if (residentIdCheck(first17) === '0') return `${first17}0`
    }
  }
  throw new Error('no day of that month will do')
}
