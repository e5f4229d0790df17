import type { SaidNumber } from './said-number.ts'

/**
 * Numbers in order, with those that are the two ends of one range made one: 五百元以上二千元以下 (as laws set fines), 百分之三至百分之四十五.
 * `text` is what they were found in.
 */
export function joinRanges(text: string, numbers: readonly SaidNumber[]): SaidNumber[] {
  const joined: SaidNumber[] = []
  for (const number of numbers) {
    const last = joined.at(-1)
    if (last !== undefined && isRange(text, last, number))
      joined[joined.length - 1] = between(text, last, number)
    else joined.push(number)
  }
  return joined
}

function isRange(text: string, low: SaidNumber, high: SaidNumber): boolean {
  if (low.kind !== high.kind || low.unit !== high.unit) return false
  if (low.value === null || high.value === null || low.value >= high.value) return false
  // 满一年不满十年 stays two: each end may be told of something else.
  if (low.hedge === 'at-least') return low.end === high.start && high.hedge === 'at-most'
  const isPlain = low.hedge === 'exact' && high.hedge === 'exact' && low.kind === 'ratio'
  return isPlain && /^[至到—–～~-]$/.test(text.slice(low.end, high.start))
}

const between = (text: string, low: SaidNumber, high: SaidNumber): SaidNumber => ({
  ...high,
  start: low.start,
  words: text.slice(low.start, high.end),
  hedge: 'between',
  value: null,
  low: low.value!,
  high: high.value!,
})
