import { performance } from 'node:perf_hooks'
import {
  makeParagraphChecker,
  type ParagraphChecker,
} from '../../src/kernel/claims/rules/drafts/check-paragraph.ts'
import { labelled, type Part } from '../claims/labelled.ts'
import { catalogueOf64, longText } from '../claims/long-text.ts'
import { scoreOf, type Score, type Share } from '../claims/score.ts'
import type { Bench } from '../harness/bench.ts'
import type { Measure } from '../harness/measure.ts'
import { rounded, type Result } from '../harness/result.ts'

const PARTS: readonly Part[] = ['tuned', 'set-aside']
const SHARES: readonly (keyof Score)[] = ['recall', 'precision', 'range', 'kind']
/** What either part should reach. */
const AIM = 0.95
const LETTERS = 100_000
const CHANGES = 400
/** A keystroke is marked before the next frame of the screen. */
const FRAME_MS = 16

const nameOf = (part: Part, share: keyof Score) => `claims.linter.${part}.${share}`

/** The rules on sentences that were labelled by hand (`bench/claims`), and the time of a keystroke in a long text. */
export const claimsLinter: Measure = {
  names: [...PARTS.flatMap((part) => SHARES.map((share) => nameOf(part, share))), 'claims.linter.keystroke'],
  run: async (bench) => [...PARTS.flatMap(sharesOf), keystroke(bench)],
}

function sharesOf(part: Part): Result[] {
  const { score } = scoreOf(labelled().filter((one) => one.part === part))
  return SHARES.map((share) => ({
    name: nameOf(part, share),
    value: rounded(partOf(score[share]), 4),
    unit: 'of 1',
    against: String(AIM),
    ratio: rounded(partOf(score[share]) / AIM, 4),
    target: 1,
    note: `${score[share].right} of ${score[share].of}`,
  }))
}

const partOf = ({ right, of }: Share) => right / of

/** As the editor does it: the line that a keystroke touched is checked again, the other sentences of it are remembered. */
function keystroke(bench: Bench): Result {
  bench.say('a text of 100,000 characters')
  const paragraphs = longText(LETTERS, 1)
  // Compiled on another text, as it is after the first minute.
  checkAll(makeParagraphChecker(catalogueOf64()), longText(20_000, 2))
  const check = makeParagraphChecker(catalogueOf64())
  const first = timeOf(() => checkAll(check, paragraphs))
  const times = Array.from({ length: CHANGES }, (_, at) => {
    const line = (at * 7) % paragraphs.length
    paragraphs[line] = typed(paragraphs[line]!, at)
    return timeOf(() => check(paragraphs[line]!, []))
  }).sort((a, b) => a - b)
  const again = timeOf(() => checkAll(check, paragraphs))
  const p99 = times[Math.floor(times.length * 0.99)]!
  return {
    name: 'claims.linter.keystroke',
    value: rounded(p99),
    unit: 'ms',
    against: `${FRAME_MS} ms, one frame`,
    ratio: rounded(FRAME_MS / p99),
    target: 1,
    note: `p99 of ${CHANGES} changed lines in ${LETTERS} characters, 64 figures; median ${rounded(times[CHANGES / 2]!)} ms; the whole text for the first time ${rounded(first)} ms, once more ${rounded(again)} ms`,
  }
}

const checkAll = (check: ParagraphChecker, paragraphs: readonly string[]) =>
  paragraphs.map((paragraph) => check(paragraph, []).length)

/** A digit in the middle of the line becomes another. */
function typed(line: string, at: number): string {
  const place = line.slice(line.length / 2).search(/\d/)
  const middle = Math.floor(line.length / 2) + Math.max(place, 0)
  return `${line.slice(0, middle)}${1 + (at % 9)}${line.slice(middle + 1)}`
}

function timeOf(run: () => unknown): number {
  const before = performance.now()
  run()
  return performance.now() - before
}
