import { hedgeOf } from './hedges.ts'
import { readArabic, readChinese, tensOf, toNumber, type Decimal } from './numerals.ts'
import { spanOf } from './ranges.ts'
import type { Hedge, UnitKind } from './said-number.ts'
import { kindOf, shiftOf } from './units.ts'

type Groups = Readonly<Record<string, string | undefined>>

export type Amount = {
  readonly value: number | null
  readonly low: number
  readonly high: number
  readonly kind: UnitKind
  /** Where the number itself says it: 十几 is between. */
  readonly hedge?: Hedge
}

/** What a match of the pattern counts. Undefined where its letters are no numeral. */
export function readAmount(groups: Groups, tolerance: number): Amount | undefined {
  const unit = groups['unit'] ?? ''
  if (groups['whole'] !== undefined || groups['upper'] !== undefined) return readFraction(groups, tolerance)
  if (groups['half'] !== undefined) return readHalf(groups, unit)
  const open = readOpen(groups)
  if (open !== undefined) return scaled(open, unit)
  if (hasOne(groups, 'Low')) return readRange(groups, unit)
  return readOne(groups, unit, tolerance)
}

const hasOne = (groups: Groups, id: string) =>
  groups[`arabic${id}`] !== undefined || groups[`chinese${id}`] !== undefined

/** A number of its own, with what multiplies it. 几 behind it (二十几) makes it open. */
function decimalOf(groups: Groups, id: string): Decimal | undefined {
  const times = groups[`times${id}`] ?? ''
  const arabic = groups[`arabic${id}`]
  if (arabic !== undefined) return readArabic(arabic, times)
  const read = readChinese(groups[`chinese${id}`]!)
  return read === undefined ? undefined : { ...read, exponent: read.exponent + tensOf(times) }
}

function readOne(groups: Groups, unit: string, tolerance: number): Amount | undefined {
  const decimal = decimalOf(groups, '')
  if (decimal === undefined) return undefined
  const hedge = hedgeOf({
    before: groups['before'] ?? '',
    within: `${groups['within'] ?? ''}${groups['behind'] ?? ''}${groups['more'] ?? ''}`,
    after: groups['after'] ?? '',
  })
  const shift = shiftOf(unit)
  return {
    value: toNumber(decimal, shift),
    ...spanOf(hedge, decimal, shift, tolerance),
    kind: kindOf(unit),
    hedge,
  }
}

/** 3—5年, 20万—50万元, 五至七人: what multiplies or names the second holds for the first, where it has none. */
function readRange(groups: Groups, unit: string): Amount | undefined {
  const low = decimalOf(groups, 'Low')
  const high = decimalOf(groups, 'High')
  if (low === undefined || high === undefined) return undefined
  const shift = shiftOf(unit)
  const shares =
    groups['timesLow'] === undefined && toNumber(low) < 1000 ? tensOf(groups['timesHigh'] ?? '') : 0
  const first = toNumber(low, shift + shares)
  const last = toNumber(high, shift)
  if (first >= last) return undefined
  return { value: null, low: first, high: last, kind: kindOf(unit), hedge: 'between' }
}

function readFraction(groups: Groups, tolerance: number): Amount | undefined {
  const hedge = hedgeOf({ before: groups['before'] ?? '', within: '', after: groups['after'] ?? '' })
  const tens: Readonly<Record<string, number>> = { 百: -2, 千: -3, 万: -4 }
  const shift = tens[groups['whole'] ?? '']
  if (shift !== undefined) {
    const part = groups['part']!
    const decimal = /^\d/.test(part) ? readArabic(part) : readChinese(part)
    if (decimal === undefined) return undefined
    return {
      value: toNumber(decimal, shift),
      ...spanOf(hedge, decimal, shift, tolerance),
      kind: 'ratio',
      hedge,
    }
  }
  const lower = asWhole(groups['whole'] ?? groups['lower']!)
  const upper = asWhole(groups['part'] ?? groups['upper']!)
  if (lower === undefined || upper === undefined || lower === 0 || upper > lower) return undefined
  const value = upper / lower
  return { value, ...edges(hedge, value, tolerance), kind: 'ratio', hedge }
}

function asWhole(written: string): number | undefined {
  const decimal = /^\d/.test(written) ? readArabic(written) : readChinese(written)
  return decimal === undefined ? undefined : toNumber(decimal)
}

function edges(hedge: Hedge, value: number, tolerance: number) {
  if (hedge === 'at-least' || hedge === 'more-than') return { low: value, high: Infinity }
  if (hedge === 'at-most' || hedge === 'less-than') return { low: 0, high: value }
  if (hedge === 'exact') return { low: value, high: value }
  return { low: value * (1 - tolerance), high: value * (1 + tolerance) }
}

function readHalf(groups: Groups, unit: string): Amount {
  const isAbove = groups['half']!.startsWith('过') || groups['after'] === '以上'
  const kind = unit === '' ? 'ratio' : kindOf(unit)
  const high = isAbove ? 1 : 0.5
  return { value: 0.5, low: 0.5, high, kind, hedge: isAbove ? 'more-than' : 'exact' }
}

type Open = { low: number; high: number; hedge: Hedge; value?: number }

/** 十几, 几十万, 数百, 上千, 二三十, 几, 若干: from where to where, before the unit. */
function readOpen(groups: Groups): Open | undefined {
  if (groups['tens'] !== undefined) {
    const tens = toNumber(readChinese(groups['tens'])!)
    return { low: tens + 1, high: tens + 9, hedge: 'between' }
  }
  if (groups['some'] !== undefined) {
    const tens = tensOf(groups['places']!)
    return { low: Number(`2e${tens}`), high: Number(`1e${tens + 1}`) - 1, hedge: 'between' }
  }
  if (groups['up'] !== undefined) {
    const tens = tensOf(groups['upTo']!.replace(/上.*$/, ''))
    return { low: Number(`1e${tens}`), high: Infinity, hedge: 'at-least', value: Number(`1e${tens}`) }
  }
  if (groups['past'] !== undefined) {
    const value = Number(`1e${tensOf(groups['pastTo']!)}`)
    return { low: value + 1, high: Infinity, hedge: 'more-than', value }
  }
  if (groups['pair'] !== undefined) return readPair(groups)
  if (groups['few'] !== undefined) return { low: 2, high: 9, hedge: 'between' }
  if (groups['several'] !== undefined) return { low: 1, high: Infinity, hedge: 'at-least' }
  return undefined
}

/** 二三十 is from 20 to 30, 十七八 from 17 to 18. */
function readPair(groups: Groups): Open {
  const [first, second] = [...groups['pair']!].map((letter) => toNumber(readChinese(letter)!))
  const tens = tensOf(groups['pairPlaces'] ?? '')
  const before = groups['tensBefore']
  const base = before === undefined ? 0 : toNumber(readChinese(before)!)
  return {
    low: (base + first!) * Number(`1e${tens}`),
    high: (base + second!) * Number(`1e${tens}`),
    hedge: 'between',
  }
}

function scaled({ low, high, hedge, value }: Open, unit: string): Amount {
  const by = Number(`1e${shiftOf(unit)}`)
  return {
    value: value === undefined ? null : value * by,
    low: low * by,
    high: high * by,
    kind: kindOf(unit),
    hedge,
  }
}
