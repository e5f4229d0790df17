import type { Text } from '#platform/text.ts'
import type { SaidNumber } from '../numbers/said-number.ts'
import type { Mark } from './finding.ts'
import { aboveOf, type KnownFigure } from './known-figure.ts'
import { rangeText, recordsText, valueText } from './said-text.ts'
import { unitsAgree } from './units-agree.ts'

export type Judgement = { readonly mark: Mark; readonly lines: readonly Text[] }

/** A quotient of whole numbers is never written to its last place. */
const ROUND_OFF = 1e-9

/** Whether a number as it was written can mean this value. */
export function fits(number: Pick<SaidNumber, 'low' | 'high'>, value: number, above = 0): boolean {
  return value <= number.high + ROUND_OFF && value + above >= number.low - ROUND_OFF
}

/** A number of the text beside a figure: its unit first, then its value today, then what the value was. */
export function judgeNumber(number: SaidNumber, figure: KnownFigure): Judgement {
  if (!unitsAgree(number, figure.dimension)) return { mark: 'wrong-unit', lines: unitLines(number, figure) }
  const said = saidLine(number, figure)
  const recorded = recordsText(figure)
  if (figure.value === null) return { mark: 'cannot-be-checked', lines: [said, recorded] }
  if (fits(number, figure.value, aboveOf(figure))) return agreement(number, figure, [said, recorded])
  const then = dayRight(number, figure)
  if (then !== undefined) return { mark: 'out-of-date', lines: [said, recorded, thenLine(then, figure)] }
  return { mark: 'contradicts', lines: [said, recorded, gapLine(number, figure.value, figure)] }
}

/** The latest of the earlier days on which the number was right. */
export const dayRight = (number: Pick<SaidNumber, 'low' | 'high'>, figure: KnownFigure) =>
  figure.earlier.find(({ value }) => value !== null && fits(number, value, aboveOf(figure)))

function agreement(number: SaidNumber, figure: KnownFigure, lines: readonly Text[]): Judgement {
  if (number.value === figure.value && aboveOf(figure) === 0)
    return { mark: 'agrees', lines: [...lines, { zh: '与记录一致。', en: 'The records say the same.' }] }
  const within = {
    zh: '记录落在这个写法的取值范围内。',
    en: 'The records lie within what the words allow.',
  }
  return { mark: 'rounds', lines: [...lines, within] }
}

const saidLine = ({ words, low, high }: SaidNumber, figure: KnownFigure): Text => ({
  zh: `文中“${words}”，即${rangeText(low, high, figure).zh}`,
  en: `The text has “${words}”, that is ${rangeText(low, high, figure).en}`,
})

const thenLine = (then: { asOf: string; value: number | null }, figure: KnownFigure): Text => ({
  zh: `${then.asOf}时是${valueText(then.value!, figure).zh}，当时相符，今天已经不是这个数。`,
  en: `On ${then.asOf} it was ${valueText(then.value!, figure).en}: right then, and no longer.`,
})

function gapLine({ low, high }: SaidNumber, value: number, figure: KnownFigure): Text {
  const isAbove = value < low
  const edge = isAbove ? low : high
  const gap = figure.dimension === 'ratio' ? points(edge - value) : valueText(Math.abs(edge - value), figure)
  const share = value === 0 ? '' : `（${((Math.abs(edge - value) / Math.abs(value)) * 100).toFixed(1)}%）`
  return {
    zh: `比记录${isAbove ? '多' : '少'}${gap.zh}${share}，写法的余地盖不住。`,
    en: `${gap.en}${share} ${isAbove ? 'above' : 'below'} the records: more than the words allow.`,
  }
}

/** Two rates differ by points, and not by per cent. */
function points(difference: number): Text {
  const count = Number((Math.abs(difference) * 100).toFixed(2))
  return { zh: `${count}个百分点`, en: `${count} points` }
}

function unitLines({ words, unit }: SaidNumber, figure: KnownFigure): Text[] {
  return [
    recordsText(figure),
    {
      zh: `“${figure.title.zh}”以“${figure.unit.zh}”计，文中“${words}”以“${unit}”计，不是同一种量。`,
      en: `“${figure.title.en}” counts ${figure.unit.en}; “${words}” counts something else (${unit}).`,
    },
  ]
}
