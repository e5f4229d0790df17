import type { Text } from '#platform/text.ts'
import { amount, judged, line, saidLine, type Judged, type Said } from './said.ts'

/** What the records answer for one day. */
export type Recorded = {
  readonly asOf: string
  /** Null where there is nothing to tell, or nothing that may be told. */
  readonly value: number | null
  readonly fewerThanTen: boolean
  /** Counts of people are told in whole tens: the count lies this much above `value` at most. */
  readonly above: number
}

type Fit = 'exact' | 'within' | 'off' | 'unknown'

/**
 * A claim beside the figure that it is bound to, on the day that it tells of and today. What was right then and is no longer
 * is out of date, and not wrong.
 */
export function judgeAgainstFigure(said: Said, then: Recorded, now: Recorded): Judged {
  const lines = [saidLine(said), recordedLine(said, then)]
  const fit = fitOf(said, then)
  if (fit === 'unknown')
    return judged('cannot-be-checked', lines, then.fewerThanTen ? 'fewer-than-ten' : 'no-value')
  if (fit === 'off') return judged('contradicts', [...lines, gapLine(said, then)])
  const isToday = then.asOf === now.asOf
  const today = isToday ? fit : fitOf(said, now)
  const all = isToday ? lines : [...lines, recordedLine(said, now)]
  if (today === 'off')
    return judged('out-of-date', [
      ...all,
      line(
        '说的那天与记录相符，今天已经不是这个数。',
        'It agreed with the records of its day, and does no longer.',
      ),
    ])
  return fit === 'exact'
    ? judged('agrees', [...all, line('与记录一致。', 'The records say the same.')])
    : judged('rounds', [...all, withinLine(said)])
}

function fitOf({ value, low, high }: Said, recorded: Recorded): Fit {
  if (recorded.value === null) return 'unknown'
  if (recorded.value === value && recorded.above === 0) return 'exact'
  return recorded.value <= high && recorded.value + recorded.above >= low ? 'within' : 'off'
}

function recordedLine(said: Said, { asOf, value, fewerThanTen, above }: Recorded): Text {
  const told = (language: keyof Text) => {
    if (fewerThanTen) return { zh: '不足 10', en: 'fewer than 10' }[language]
    if (value === null) return { zh: '没有数', en: 'no number' }[language]
    return amount(value, said, language)
  }
  return line(
    `记录，截至 ${asOf}：${told('zh')}${above > 0 ? '（以整十公开）' : ''}`,
    `Recorded, as of ${asOf}: ${told('en')}${above > 0 ? ' (told in whole tens)' : ''}`,
  )
}

const withinLine = (said: Said): Text =>
  said.low === said.high
    ? line(
        '记录以整十公开，所说的数落在这个十以内。',
        'The records are told in whole tens, and what was said lies in that ten.',
      )
    : line('记录落在这个说法的取值范围内。', 'The records lie within what the words allow.')

function gapLine(said: Said, { value }: Recorded): Text {
  const gap = said.value - value!
  const share = value === 0 ? '' : `${Math.abs((gap / value!) * 100).toFixed(1)}%`
  const [zh, en] = gap > 0 ? ['多', 'above'] : ['少', 'below']
  return line(
    `${amount(said.value, said, 'zh')} − ${amount(value!, said, 'zh')} = ${amount(gap, said, 'zh')}：说的比记录${zh}${share && ` ${share}`}`,
    `${amount(said.value, said, 'en')} − ${amount(value!, said, 'en')} = ${amount(gap, said, 'en')}: said ${share && `${share} `}${en} the records`,
  )
}
