import type { Text } from '#platform/text.ts'
import type { SaidNumber } from '../numbers/said-number.ts'
import { saidOfNumber } from '../relations/said-of-number.ts'
import { weighParts } from '../relations/sum.ts'

export type PartsFinding = { readonly number: SaidNumber; readonly lines: readonly Text[] }

/** Behind it stand parts of what was said before. Only where all of them are said to be named must they reach the whole. */
const SOME = /其中/
const ALL = /分别(?:为|是)|分为|由.*组成|包括|：|:/
const TOTAL = /(?:共|合计|总计|共计|一共)[^，,。；]{0,8}$/

/**
 * Parts and a whole within a sentence: “共131家，其中国家级4家、省级25家、市级105家” has more parts than its whole. Only what is
 * counted by one and the same measure word is added. The whole is marked.
 */
export function checkParts(sentence: string, numbers: readonly SaidNumber[]): PartsFinding | undefined {
  const amounts = numbers.filter(({ role, value }) => role === 'amount' && value !== null)
  return partsBehind(sentence, amounts) ?? partsBefore(sentence, amounts)
}

function partsBehind(sentence: string, amounts: readonly SaidNumber[]): PartsFinding | undefined {
  for (const [at, whole] of amounts.entries()) {
    const next = amounts[at + 1]
    if (next === undefined) return undefined
    const link = sentence.slice(whole.end, next.start)
    const isAll = ALL.test(link)
    if (!isAll && !SOME.test(link)) continue
    const parts = runOf(sentence, amounts.slice(at + 1), whole)
    if (parts.length < 2) continue
    return compare(whole, parts, isAll)
  }
  return undefined
}

function partsBefore(sentence: string, amounts: readonly SaidNumber[]): PartsFinding | undefined {
  const whole = amounts.at(-1)
  if (whole === undefined || amounts.length < 3 || !TOTAL.test(sentence.slice(0, whole.start)))
    return undefined
  const parts = amounts.slice(0, -1)
  if (parts.some(({ unit }) => unit !== whole.unit)) return undefined
  return compare(whole, parts, true)
}

/** Numbers in one row with the whole's measure word: the first that counts something else ends it, and so does 另. */
function runOf(sentence: string, numbers: readonly SaidNumber[], whole: SaidNumber): SaidNumber[] {
  const parts: SaidNumber[] = []
  for (const number of numbers) {
    const gap = sentence.slice(parts.at(-1)?.end ?? whole.end, number.start)
    if (number.unit !== whole.unit || (parts.length > 0 && /另|此外|[。；]|共|合计/.test(gap))) break
    parts.push(number)
  }
  return parts
}

/** Weighed by the relation `sum`; found is only what cannot be. */
function compare(whole: SaidNumber, parts: readonly SaidNumber[], isAll: boolean): PartsFinding | undefined {
  const { verdict, lines } = weighParts(
    parts.map((part) => saidOfNumber(part)),
    saidOfNumber(whole),
    isAll,
  )
  return verdict === 'contradicts' ? { number: whole, lines } : undefined
}
