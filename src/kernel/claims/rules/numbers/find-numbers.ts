import { hedgeOf, isPlain } from './hedges.ts'
import { joinRanges } from './join-ranges.ts'
import { findNotFigures, type Taken } from './not-figures.ts'
import { NUMBER_PATTERN } from './number-pattern.ts'
import { countsPersons } from './person-nouns.ts'
import { plainDigits } from './plain-digits.ts'
import { readAmount, type Amount } from './read-amount.ts'
import { roleOf } from './role-of.ts'
import type { SaidNumber } from './said-number.ts'
import { TOLERANCE } from './ranges.ts'

/** What a taken place is filled with while amounts are looked for: no pattern runs across it. */
const FILLER = '\u0000'

/**
 * Every number of a Chinese text in order, without overlaps: what counts something with its range, and what does not
 * (dates, ordinals, names) with its role. `tolerance` is what 近, 余 and 约 may be off, as a part of the number.
 */
export function findNumbers(text: string, tolerance = TOLERANCE): SaidNumber[] {
  const plain = plainDigits(text)
  const taken = findNotFigures(plain)
  const found: SaidNumber[] = []
  for (const match of withoutTaken(plain, taken).matchAll(NUMBER_PATTERN)) {
    const amount = readAmount(match.groups!, tolerance)
    if (amount !== undefined) found.push(...said(text, plain, match, amount))
  }
  return [...taken.map((place) => notFigure(text, place)), ...likeBefore(text, joinRanges(text, found))].sort(
    (a, b) => a.start - b.start,
  )
}

/** 分别下降3.1%和2.6%: what is listed behind a change is one, and no rate of something. */
const likeBefore = (text: string, numbers: readonly SaidNumber[]): SaidNumber[] => {
  let last: SaidNumber | undefined
  return numbers.map((number) => {
    const isListed =
      last?.role === 'change' &&
      last.kind === number.kind &&
      number.role === 'rate' &&
      /^[、，和及与]$/.test(text.slice(last.end, number.start))
    last = isListed ? { ...number, role: 'change' } : number
    return last
  })
}

function withoutTaken(plain: string, taken: readonly Taken[]): string {
  const letters = Array.from({ length: plain.length }, (_, at) => plain[at]!)
  for (const { start, end } of taken) letters.fill(FILLER, start, end)
  return letters.join('')
}

const notFigure = (text: string, { start, end, role }: Taken): SaidNumber => ({
  start,
  end,
  words: text.slice(start, end),
  role,
  hedge: 'exact',
  value: null,
  low: 0,
  high: Infinity,
  unit: '',
  kind: 'none',
})

function said(text: string, plain: string, match: RegExpExecArray, amount: Amount): SaidNumber[] {
  const lead = match[0].length - match[0].trimStart().length
  const { before = '', within = '', behind = '', more = '', after = '', unit = '' } = match.groups!
  // 共, 达 and 累计 say nothing of the number: they stay outside.
  const start = match.index + (isPlain(before) ? match[0].indexOf(before) + before.length : lead)
  const end = match.index + match[0].trimEnd().length
  const kind = amount.kind === 'none' && countsPersons(plain, start, end) ? 'persons' : amount.kind
  const role = roleOf({ plain, start, end, before, unit, amount: { ...amount, kind } })
  if (role === undefined) return []
  // 近三年 is the last three years, and not a little less than three.
  const isRecent = role === 'duration' && before === '近' && amount.value !== null
  return [
    {
      start,
      end,
      words: text.slice(start, end),
      role,
      hedge: isRecent
        ? 'exact'
        : (amount.hedge ?? hedgeOf({ before, within: within + behind + more, after })),
      value: amount.value,
      low: isRecent ? amount.value! : amount.low,
      high: isRecent ? amount.value! : amount.high,
      unit,
      kind,
    },
  ]
}
