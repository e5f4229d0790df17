// For tests and measures: a roster as an office sends it, with every kind of fault planted in rows that are known.
import {
  BORN,
  NAME,
  NUMBER,
  PHONE,
  plantedHeadings,
  plantedNumber,
  SEX,
  UNION,
  type Cell,
} from './planted-cells.ts'
import { faults, type Change } from './planted-faults.ts'

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

const family = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国春梅'

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
