import type { Text } from '#platform/text.ts'
import { amount, judged, line, meet, numberOf, rangeText, saidLine, type Judged, type Said } from './said.ts'

type Whole = {
  readonly complete: boolean
  readonly fixed?: { readonly value: number; readonly what: Text } | undefined
}

/** Parts that make up a whole. What differs in dimension is never added: a sum insured is not spending, persons are not turns. */
export function judgeSum(parts: readonly Said[], whole: Said | null, { complete, fixed }: Whole): Judged {
  const [first] = parts
  const lines = parts.map(saidLine)
  const odd = [...parts, ...(whole === null ? [] : [whole])].find((one) => one.dimension !== first!.dimension)
  if (odd !== undefined) return notAddable(first!, odd, lines)
  const target = whole ?? (fixed && { ...first!, ...fixedRange(fixed.value) })
  if (!target) return unstated([...lines, sumLine(parts)])
  const wholeLine =
    whole === null
      ? line(
          `${fixed!.what.zh}：${amount(fixed!.value, first!, 'zh')}`,
          `${fixed!.what.en}: ${amount(fixed!.value, first!, 'en')}`,
        )
      : saidLine(whole)
  const weighed = weighParts(parts, target, complete)
  const [workings, ...outcome] = weighed.lines
  return judged(weighed.verdict, [...lines, workings!, wholeLine, ...outcome], weighed.why)
}

/** Whether parts of one kind make up their whole: the sum first, then what follows from it. The whole may have more parts unless `complete`. */
export const weighParts = (parts: readonly Said[], whole: Said, complete: boolean): Judged =>
  compare(total(parts), whole, complete, [sumLine(parts)])

function sumLine(parts: readonly Said[]): Text {
  const sum = total(parts)
  const terms = parts.map((one) => numberOf(one.value, one.dimension)).join(' + ')
  const [first] = parts
  return line(`${terms} = ${rangeText(sum, first!, 'zh')}`, `${terms} = ${rangeText(sum, first!, 'en')}`)
}

const fixedRange = (value: number) => ({ value, low: value, high: value })

const total = (parts: readonly Said[]) => ({
  low: parts.reduce((sum, { low }) => sum + low, 0),
  high: parts.reduce((sum, { high }) => sum + high, 0),
})

function compare(
  sum: { low: number; high: number },
  whole: Said,
  complete: boolean,
  lines: readonly Text[],
): Judged {
  if (meet(sum, whole)) {
    const isExact = sum.low === sum.high && whole.low === whole.high
    return judged(isExact ? 'agrees' : 'rounds', [
      ...lines,
      line('各部分加起来就是总数。', 'The parts add up to the whole.'),
    ])
  }
  const rest = { low: whole.low - sum.high, high: whole.high - sum.low }
  if (rest.high < 0)
    return judged('contradicts', [
      ...lines,
      line(
        `各部分比总数多 ${rangeText({ low: -rest.high, high: -rest.low }, whole, 'zh')}`,
        `The parts exceed the whole by ${rangeText({ low: -rest.high, high: -rest.low }, whole, 'en')}`,
      ),
    ])
  const missing = line(
    `总数减去各部分，还差 ${rangeText(rest, whole, 'zh')}`,
    `The whole less its parts leaves ${rangeText(rest, whole, 'en')}`,
  )
  if (complete) return judged('contradicts', [...lines, missing])
  return judged(
    'cannot-be-checked',
    [
      ...lines,
      missing,
      line(
        '差的部分没有写明：是没有列的类别，还是一家归在几个级别里，原文没有说。',
        'What the rest is was not said: kinds that are not listed, or one that stands under several.',
      ),
    ],
    'parts-missing',
  )
}

const unstated = (lines: readonly Text[]): Judged =>
  judged(
    'cannot-be-checked',
    [...lines, line('其余部分只写了“若干”，总数没有写。', 'The rest is “some”, and the whole was not said.')],
    'whole-unstated',
  )

function notAddable(first: Said, odd: Said, lines: readonly Text[]): Judged {
  return judged(
    'cannot-be-checked',
    [
      ...lines,
      line(
        `“${first.topic.zh}”和“${odd.topic.zh}”不是同一种量，不能相加，也没有相加。`,
        `“${first.topic.en}” and “${odd.topic.en}” are not of one kind and are not added.`,
      ),
    ],
    'not-addable',
  )
}
