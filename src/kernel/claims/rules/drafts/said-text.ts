import type { Text } from '#platform/text.ts'
import { aboveOf, type KnownFigure } from './known-figure.ts'

const FEN = 100
const plain = (value: number, decimals = 2) =>
  value.toLocaleString('en-US', { maximumFractionDigits: decimals })

type Kind = Pick<KnownFigure, 'dimension' | 'unit'>

/** A value with its unit: money in yuan, a ratio as a percentage. */
export function valueText(value: number, { dimension, unit }: Kind): Text {
  if (dimension === 'ratio') return { zh: `${plain(value * 100)}%`, en: `${plain(value * 100)}%` }
  if (dimension === 'money') return { zh: `${plain(value / FEN)}元`, en: `${plain(value / FEN)} yuan` }
  return { zh: `${plain(value)}${unit.zh}`, en: `${plain(value)} ${unit.en}` }
}

/** What words may mean, as a range in the figure's unit. */
export function rangeText(low: number, high: number, of: Kind): Text {
  const first = valueText(low, of)
  if (low === high) return first
  if (high === Infinity) return { zh: `不少于${first.zh}`, en: `at least ${first.en}` }
  const last = valueText(high, of)
  return { zh: `${first.zh}至${last.zh}`, en: `${first.en} to ${last.en}` }
}

/** What the records say, with the day. */
export function recordsText(figure: KnownFigure): Text {
  if (figure.value === null) return { zh: '没有可以公开的数', en: 'no number that may be told' }
  const value = valueText(figure.value, figure)
  const tens =
    aboveOf(figure) > 0 ? { zh: '（以整十公开）', en: ' (told in whole tens)' } : { zh: '', en: '' }
  const terms =
    figure.numerator === null || figure.denominator === null
      ? ''
      : `（${plain(figure.numerator)} ÷ ${plain(figure.denominator)}）`
  return {
    zh: `“${figure.title.zh}”截至${figure.asOf}：${value.zh}${terms}${tens.zh}`,
    en: `“${figure.title.en}” as of ${figure.asOf}: ${value.en}${terms}${tens.en}`,
  }
}
