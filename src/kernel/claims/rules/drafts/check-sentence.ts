import { findNumbers } from '../numbers/find-numbers.ts'
import type { SaidNumber } from '../numbers/said-number.ts'
import type { Bound } from '../../shapes-drafts.ts'
import type { Catalogue } from './catalogue.ts'
import type { Finding, Offer } from './finding.ts'
import { guessOf, likelyFigures } from './guess-figure.ts'
import { judgeNumber } from './judge-number.ts'
import { judgeAgainstClaim, maySay } from './known-claim.ts'
import { matchTitles } from './match-titles.ts'
import { offersFor } from './offers.ts'
import { checkParts } from './parts.ts'
import { termsOf } from './terms.ts'

/** A number that the writer has bound, where it stands in the sentence. */
export type BoundPlace = {
  readonly start: number
  readonly end: number
  readonly bound: Bound
  readonly live: boolean
}

/** Of several that may be meant, so many are offered. */
const REPEATS_MAX = 2

const FIGURES_OF = new Set(['amount', 'rate', 'change'])

/** Every number of one sentence that tells of an amount, judged; what is bound is judged whatever its role. */
export function checkSentence(
  sentence: string,
  places: readonly BoundPlace[],
  catalogue: Catalogue,
  numbers: readonly SaidNumber[] = findNumbers(sentence, catalogue.tolerance),
): Finding[] {
  const parts = checkParts(sentence, numbers)
  const findings: Finding[] = []
  for (const number of numbers) {
    const place = places.find(({ start, end }) => start < number.end && end > number.start)
    if (place === undefined && (!FIGURES_OF.has(number.role) || isInTitle(sentence, number, catalogue)))
      continue
    const finding = findingOf({ sentence, number, place, numbers, catalogue })
    findings.push(parts?.number === number ? withParts(finding, parts.lines) : finding)
  }
  for (const place of places)
    if (!numbers.some(({ start, end }) => place.start < end && place.end > start))
      findings.push(noNumber(sentence, place))
  return findings.sort((a, b) => a.start - b.start)
}

/** 1分钱 of 1分钱乘公交 is part of a name, and counts nothing. */
const isInTitle = (sentence: string, { start, end }: SaidNumber, { figures }: Catalogue): boolean =>
  figures.some(({ title }) => {
    const at = sentence.indexOf(title.zh)
    return at !== -1 && at <= start && end <= at + title.zh.length
  })

type Case = {
  readonly sentence: string
  readonly number: SaidNumber
  readonly place: BoundPlace | undefined
  readonly numbers: readonly SaidNumber[]
  readonly catalogue: Catalogue
}

function findingOf({ sentence, number, place, numbers, catalogue }: Case): Finding {
  const { start, end, words } = number
  const base = { start, end, words, bound: place?.bound ?? null, live: place?.live ?? false }
  if (place !== undefined && 'source' in place.bound) {
    const line = { zh: `出处：${place.bound.source}`, en: `Source: ${place.bound.source}` }
    return { ...base, mark: 'sourced', lines: [line], figure: null, offers: [] }
  }
  if (place !== undefined && 'claim' in place.bound)
    return repeatingFinding(number, place.bound.claim, numbers, catalogue, base)
  if (place !== undefined) return boundFinding({ sentence, number, place, numbers, catalogue }, base)
  return unboundFinding({ sentence, number, place, numbers, catalogue }, base)
}

type Base = Pick<Finding, 'start' | 'end' | 'words' | 'bound' | 'live'>

function boundFinding({ number, place, numbers, catalogue }: Case, base: Base): Finding {
  const key = (place!.bound as { figure: string }).figure
  const figure = catalogue.byKey.get(key)
  if (figure === undefined) {
    const line = {
      zh: '绑定的数字已经不在目录里。',
      en: 'The figure that it is bound to is no longer declared.',
    }
    return { ...base, mark: 'cannot-be-checked', lines: [line], figure: key, offers: [] }
  }
  const judged = withTerms(number, numbers, judgeNumber(number, figure))
  return { ...base, ...judged, figure: key, offers: offersFor(number, [figure], judged.mark, true) }
}

function repeatingFinding(
  number: SaidNumber,
  id: string,
  numbers: readonly SaidNumber[],
  { claimById }: Catalogue,
  base: Base,
): Finding {
  const claim = claimById.get(id)
  if (claim === undefined) {
    const line = {
      zh: '绑定的说法已撤销登记，或者已经不在。',
      en: 'The claim that it is bound to was withdrawn.',
    }
    return { ...base, mark: 'cannot-be-checked', lines: [line], figure: null, offers: [] }
  }
  return {
    ...base,
    ...withTerms(number, numbers, judgeAgainstClaim(number, claim)),
    figure: null,
    offers: [],
  }
}

/** What others said of the same, where the words around the number speak of it and the numbers meet. */
const repeats = ({ sentence, number, catalogue }: Case): Offer[] =>
  matchTitles(sentence, number, catalogue.claims, (claim) => maySay(number, claim))
    .slice(0, REPEATS_MAX)
    .map(({ one }) => ({ kind: 'repeat', claim: one.id, words: number.words }))

function unboundFinding(one: Case, base: Base): Finding {
  const { sentence, number, numbers, catalogue } = one
  const matches = matchTitles(sentence, number, catalogue.figures)
  const guess = guessOf(number, matches)
  const figures = likelyFigures(number, matches, guess)
  if (guess === undefined)
    return {
      ...base,
      ...alone(number, numbers),
      figure: null,
      offers: [...offersFor(number, figures, 'unbound', false), ...repeats(one)],
    }
  const judged = withTerms(number, numbers, judgeNumber(number, guess))
  const isRight = judged.mark === 'agrees' || judged.mark === 'rounds'
  const from = {
    zh: `从上下文看说的是“${guess.title.zh}”，还没有绑定。`,
    en: `The words around it speak of “${guess.title.en}”; it is not bound yet.`,
  }
  const mark = isRight || judged.mark === 'cannot-be-checked' ? 'unbound' : judged.mark
  return {
    ...base,
    mark,
    lines: [from, ...judged.lines],
    figure: guess.key,
    offers: offersFor(number, figures, mark, false),
  }
}

/** No figure is named: only what the number itself can be reproached with. */
function alone(number: SaidNumber, numbers: readonly SaidNumber[]): Pick<Finding, 'mark' | 'lines'> {
  const line = {
    zh: '没有绑定数字，也没有写出处。',
    en: 'Bound to no figure, and no source is named.',
  }
  return withTerms(number, numbers, { mark: 'unbound', lines: [line] })
}

/** A rate that says nothing worse of itself must state both of its terms. */
function withTerms(
  number: SaidNumber,
  numbers: readonly SaidNumber[],
  judged: Pick<Finding, 'mark' | 'lines'>,
): Pick<Finding, 'mark' | 'lines'> {
  if (number.role !== 'rate' || number.kind !== 'ratio') return judged
  const terms = termsOf(number, numbers)
  const lines = [...judged.lines, ...terms.lines]
  if (terms.isStated) return { ...judged, lines }
  const isWorse =
    judged.mark === 'contradicts' || judged.mark === 'wrong-unit' || judged.mark === 'out-of-date'
  return { mark: isWorse ? judged.mark : 'rate-without-terms', lines }
}

const withParts = (finding: Finding, lines: Finding['lines']): Finding => ({
  ...finding,
  mark: finding.mark === 'contradicts' || finding.mark === 'wrong-unit' ? finding.mark : 'parts',
  lines: [...lines, ...finding.lines],
})

const noNumber = (sentence: string, { start, end, bound, live }: BoundPlace): Finding => ({
  start,
  end,
  words: sentence.slice(start, end),
  bound,
  live,
  mark: 'cannot-be-checked',
  lines: [
    {
      zh: '这里绑定过数字，现在读不出数。',
      en: 'A figure is bound here, and no number can be read any more.',
    },
  ],
  figure: 'figure' in bound ? bound.figure : null,
  offers: [],
})
