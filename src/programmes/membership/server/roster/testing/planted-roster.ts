// For tests and measures: a roster as an office sends it, with every kind of fault planted in rows that are known. It is
// longer than other files because it is a list: one line a fault, read in one go.
import { DEMO_REGION, residentIdCheck } from '#kernel/people/index.ts'

/** As a spreadsheet keeps it: a text, a number that it may show in its own way, or a day. */
export type Cell = string | { readonly number: number } | { readonly day: string }

export type PlantedRow = {
  readonly cells: readonly Cell[]
  /** What must be said of it; none for a good row. */
  readonly codes: readonly string[]
  /** What the row shows, for whoever reads the list. */
  readonly what: string
}

export type PlantedRoster = {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly PlantedRow[]
  /** Runs of rows whose union stands in one merged cell: the first row's place, and how many. */
  readonly merged: readonly { readonly from: number; readonly rows: number }[]
}

export const plantedHeadings = [
  '序号',
  '会员姓名',
  '性别',
  '出生年月',
  '民族',
  '文化程度',
  '公民身份号码',
  '联系电话',
  '岗位类型',
  '所在工会',
  '入会时间',
  '证件类型',
  '会籍状态',
] as const

const NAME = 1
const SEX = 2
const BORN = 3
const ETHNICITY = 4
const NUMBER = 6
const PHONE = 7
const UNION = 9
const JOINED = 10
const KIND = 11
const STANDING = 12

const family = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国春梅'
const DAY_MS = 86_400_000

/** Somebody who never was: the region was never assigned. */
export function plantedNumber(count: number, bornOn = birthdayOf(count)): string {
  const first17 = `${DEMO_REGION}${bornOn.replaceAll('-', '')}${String(211 + (Math.floor(count / 13_000) % 700)).padStart(3, '0')}`
  return first17 + residentIdCheck(first17)
}

const birthdayOf = (count: number) =>
  new Date(Date.UTC(1968, 0, 1) + (count % 13_000) * DAY_MS).toISOString().slice(0, 10)

function goodRow(count: number, union: string): string[] {
  const number = plantedNumber(count)
  return [
    String(count + 1),
    `${family[count % 20]}${given[(count >> 2) % 30]}${given[(count >> 6) % 30]}`,
    Number(number[16]) % 2 === 1 ? '男' : '女',
    `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
    '汉族',
    count % 3 === 0 ? '大专' : '高中',
    number,
    `139${String(10_000_000 + count).slice(-8)}`,
    count % 2 === 0 ? '外卖骑手' : '快递员',
    union,
    '2022-05-01',
    '身份证',
    '在册',
  ]
}

const wide = (text: string) =>
  text.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** The number that this one becomes with another check digit. */
const wrongCheck = (number: string) => number.slice(0, 17) + (number[17] === '1' ? '2' : '1')

const checked = (first17: string) => first17 + residentIdCheck(first17)

type Change = Readonly<Record<number, Cell>>
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
const faults: readonly Fault[] = [
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

/** `unions`: two that the importing unit may fill. At least 100 rows. */
export function makePlantedRoster(rows: number, unions: readonly [string, string]): PlantedRoster {
  const planted: PlantedRow[] = Array.from({ length: rows }, (_, count) => ({
    cells: goodRow(count, unions[count < rows / 2 ? 0 : 1]),
    codes: [],
    what: '',
  }))
  const own = (at: number) => planted[at]!.cells as readonly string[]
  const put = (at: number, what: string, codes: readonly string[], change: Change) => {
    const cells = planted[at]!.cells.map((cell, place) => change[place] ?? cell)
    planted[at] = { cells, codes, what }
  }
  faults.forEach((fault, at) => {
    const row = Math.floor(rows / 100) * 2 + at
    const { what, codes, change } = fault(own(row), row)
    put(row, what, codes, change)
  })
  const last = rows - 10
  put(last, 'the same person, alike', ['twice'], pick(own(1), [NAME, SEX, BORN, 5, NUMBER, PHONE, 8, UNION]))
  put(last + 1, 'the same person, unlike', ['twice-unlike'], {
    ...pick(own(0), [NAME, SEX, BORN, 5, NUMBER, 8, UNION]),
    [PHONE]: '13900009999',
  })
  put(0, 'the same person, unlike', ['twice-unlike'], {})
  put(
    last + 2,
    'in two unions',
    ['twice-two-unions'],
    pick(own(last + 5), [NAME, SEX, BORN, 5, NUMBER, PHONE, 8]),
  )
  put(last + 2, 'in two unions', ['twice-two-unions'], { [UNION]: unions[0] })
  put(last + 5, 'in two unions', ['twice-two-unions'], {})
  put(last + 6, 'a shared phone', ['phone-shared'], {})
  put(last + 7, 'a shared phone', ['phone-shared'], { [PHONE]: own(last + 6)[PHONE]! })
  return {
    title: '工会会员花名册（测试，均为虚构）',
    headings: plantedHeadings,
    rows: planted,
    merged: [{ from: 2, rows: Math.max(2, Math.floor(rows / 100)) }],
  }
}

const pick = (own: readonly string[], places: readonly number[]): Change =>
  Object.fromEntries(places.map((place) => [place, own[place]!]))
