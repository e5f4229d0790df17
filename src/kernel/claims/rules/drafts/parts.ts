import type { Text } from '#platform/text.ts'
import type { SaidNumber } from '../numbers/said-number.ts'

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

function compare(whole: SaidNumber, parts: readonly SaidNumber[], isAll: boolean): PartsFinding | undefined {
  const low = parts.reduce((sum, part) => sum + part.low, 0)
  const high = parts.reduce((sum, part) => sum + part.high, 0)
  const tooMany = low > whole.high
  if (!tooMany && !(isAll && high < whole.low)) return undefined
  const sum = parts.reduce((total, part) => total + part.value!, 0)
  const by = whole.kind === 'money' ? 100 : 1
  const plain = (value: number) => (value / by).toLocaleString('en-US', { maximumFractionDigits: 2 })
  const sumText = `${parts.map((part) => plain(part.value!)).join(' + ')} = ${plain(sum)}${whole.unit}`
  const gap = plain(Math.abs(sum - whole.value!))
  return {
    number: whole,
    lines: [
      { zh: sumText, en: sumText },
      tooMany
        ? {
            zh: `各部分比“${whole.words}”多${gap}${whole.unit}。`,
            en: `The parts exceed “${whole.words}” by ${gap}.`,
          }
        : {
            zh: `各部分比“${whole.words}”少${gap}${whole.unit}。`,
            en: `The parts fall short of “${whole.words}” by ${gap}.`,
          },
    ],
  }
}
