import { aboveOf, type KnownFigure } from './known-figure.ts'

/** A rounding is offered where it lies this near. */
const NEAR = 0.04
const FEN = 100
const WAN = 10_000
const YI = 100_000_000

/** Ways to write a figure's value, the plainest first: 近6万人 and 59,631人; 45万余人次; 97.3%（113中的110）. */
export function wordRight(figure: KnownFigure): string[] {
  const { value, dimension } = figure
  if (value === null || value < 0) return []
  if (dimension === 'ratio') return ratioWords(figure, value)
  const unit = dimension === 'money' ? '元' : figure.unit.zh
  const amount = dimension === 'money' ? value / FEN : value
  return [...new Set([...roundWords(amount, unit, aboveOf(figure)), exactWords(amount, unit)])]
}

/** What a live field of the figure shows. */
export const fieldWords = (figure: KnownFigure): string | undefined => wordRight(figure).at(-1)

function ratioWords({ numerator, denominator }: KnownFigure, value: number): string[] {
  const percent = `${Number((value * 100).toFixed(1))}%`
  if (numerator === null || denominator === null) return [percent]
  return [`${percent}（${group(denominator)}中的${group(numerator)}）`]
}

/** Nearest number of one or two digits: 近 where it lies above the value, 余 where below. */
function roundWords(amount: number, unit: string, above: number): string[] {
  if (amount < 100) return []
  for (const digits of [1, 2]) {
    const step = 10 ** (Math.floor(Math.log10(amount)) + 1 - digits)
    const round = Math.round(amount / step) * step
    if (Math.abs(round - amount) > amount * NEAR || round === amount) continue
    // A count told in tens could have reached the round number itself, and would then not be near it.
    if (round > amount) return amount + above < round ? [`近${scaled(round, unit)}`] : []
    return [scaled(round, `余${unit}`)]
  }
  return []
}

/** 6万, 1.5万, 300: what multiplies stands before 余. */
function scaled(round: number, behind: string): string {
  const [by, word] = round >= YI ? [YI, '亿'] : round >= WAN ? [WAN, '万'] : [1, '']
  return `${Number((round / by).toFixed(4))}${word}${behind}`
}

const exactWords = (amount: number, unit: string) => `${group(amount)}${unit}`

const group = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 })
