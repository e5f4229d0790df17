import { findNumbers } from '../../src/kernel/claims/rules/numbers/find-numbers.ts'
import { isCounting } from '../../src/kernel/claims/rules/numbers/read-number.ts'
import type { SaidNumber, UnitKind } from '../../src/kernel/claims/rules/numbers/said-number.ts'
import { isQuantity, type Expression, type Labelled } from './labelled.ts'

/** How often the rules were right, and over how many. */
export type Share = { readonly right: number; readonly of: number }
export type Score = {
  readonly recall: Share
  readonly precision: Share
  /** Of the quantities found: the range that the words allow, the kind of the unit. */
  readonly range: Share
  readonly kind: Share
}

export type Miss = { readonly sentence: string; readonly what: string; readonly words: string }

/** What each kind of the labels may be called by the rules. */
const KINDS: Readonly<Record<string, readonly UnitKind[]>> = {
  persons: ['persons'],
  turns: ['turns'],
  households: ['things'],
  occasions: ['occasions'],
  things: ['things'],
  money: ['money'],
  dollars: ['foreign-money'],
  part: ['ratio'],
  points: ['points'],
  multiple: ['times'],
  time: ['duration', 'age'],
  length: ['length'],
  area: ['area'],
  mass: ['weight'],
  volume: ['volume'],
  power: ['energy'],
  voltage: ['energy'],
  energy: ['energy'],
  other: ['energy', 'none'],
  unsaid: ['none'],
}

/** The rules on some sentences, with everything in which they were not right. */
export function scoreOf(sentences: readonly Labelled[]): { score: Score; misses: readonly Miss[] } {
  const misses: Miss[] = []
  const count = { recall: 0, labels: 0, precision: 0, found: 0, range: 0, kind: 0 }
  for (const { sentence, expressions } of sentences) {
    const miss = (what: string, words: string) => misses.push({ sentence, what, words })
    const found = findNumbers(sentence).filter(isCounting)
    const labels = expressions.filter(isQuantity)
    const free = new Set(found)
    count.labels += labels.length
    for (const label of labels) {
      const number = [...free].find((one) => meets(one, label))
      if (number === undefined) {
        miss('not found', label.words)
        continue
      }
      free.delete(number)
      count.recall += 1
      if (isRangeRight(number, label)) count.range += 1
      else miss(`range ${number.low}…${number.high} of “${number.words}”`, label.words)
      if (KINDS[label.kind!]?.includes(number.kind) === true) count.kind += 1
      else miss(`kind ${number.kind} for ${label.kind}`, label.words)
    }
    const open = expressions.filter(({ what }) => what === 'ratio')
    const counted = found.filter((one) => !(free.has(one) && open.some((label) => meets(one, label))))
    count.found += counted.length
    for (const one of counted)
      if (free.has(one)) miss('found too many', one.words)
      else count.precision += 1
  }
  return {
    score: {
      recall: { right: count.recall, of: count.labels },
      precision: { right: count.precision, of: count.found },
      range: { right: count.range, of: count.recall },
      kind: { right: count.kind, of: count.recall },
    },
    misses,
  }
}

const meets = (number: SaidNumber, { start, end }: Expression) => number.start < end && start < number.end

/** The smallest step of what is counted: one of it, one fen; a billionth where parts are. */
const isSame = (a: number, b: number, isWhole: boolean) =>
  Math.abs(a - b) <= Math.max(isWhole ? 1 : 0, Math.abs(b) * 1e-9)

/** The rules keep money in fen, and points as they are written; they count 番, where the label has the factor. */
const SCALE: Readonly<Record<string, number>> = { money: 100, points: 100 }

/** Whether low and high are the label's value and lie on the side that its hedge says; how far is no rule's to say. */
function isRangeRight({ low, high, value }: SaidNumber, label: Expression): boolean {
  const scale = SCALE[label.kind!] ?? 1
  const isWhole = !['part', 'points'].includes(label.kind!)
  if (label.hedge === 'range')
    return isSame(low, label.low! * scale, isWhole) && isSame(high, label.high! * scale, isWhole)
  const said = label.unit === '番' ? Math.log2(label.value!) : label.value! * scale
  const same = (one: number) => isSame(one, said, isWhole)
  switch (label.hedge) {
    case 'up':
      return same(low) && high > said
    case 'down':
      return same(high) && low < said
    case 'about':
      return low < said && said < high
    case 'any':
      return value !== null && same(value)
    default:
      return value !== null && same(value) && low <= said && said <= high && high - low <= Math.abs(said)
  }
}
