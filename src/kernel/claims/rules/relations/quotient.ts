import type { Text } from '#platform/text.ts'
import { amount, judged, line, saidLine, type Judged, type Range, type Said } from './said.ts'

type Fixed = { readonly value: number; readonly what: Text }
type Bounds = {
  readonly unit: Text
  readonly atLeast?: number | undefined
  readonly atMost?: number | undefined
  readonly ground: Text
}

const FEN_PER_YUAN = 100
/** One mu is a fifteenth of a hectare. */
const SQUARE_METRES_PER_MU = 10_000 / 15

/** One claim over another, held against bounds that whoever recorded the relation set, with their ground in sight. */
export function judgeQuotient(over: Said, under: Said | Fixed, bounds: Bounds): Judged {
  const [top, bottom] = [
    inBase(over),
    'words' in under ? inBase(under) : { low: under.value, high: under.value },
  ]
  const result = { low: top.low / bottom.high, high: top.high / bottom.low }
  const value = baseOf(over) / ('words' in under ? baseOf(under) : under.value)
  const lines = [
    saidLine(over),
    ...('words' in under ? [saidLine(under), ...converted(under)] : []),
    line(
      `${amount(over.value, over, 'zh')} ÷ ${underText(under, 'zh')} = ${short(value)} ${bounds.unit.zh}`,
      `${amount(over.value, over, 'en')} ÷ ${underText(under, 'en')} = ${short(value)} ${bounds.unit.en}`,
    ),
    line(
      `界限：${boundsText(bounds, 'zh')}。${bounds.ground.zh}`,
      `Bounds: ${boundsText(bounds, 'en')}. ${bounds.ground.en}`,
    ),
  ]
  const { atLeast = -Infinity, atMost = Infinity } = bounds
  if (result.high >= atLeast && result.low <= atMost)
    return judged(
      'agrees',
      [...lines, line('在界限之内，说得通。', 'Within the bounds: plausible.')],
      'plausible',
    )
  return judged(
    'cannot-be-checked',
    [
      ...lines,
      line(
        '超出界限：不能说它错，要先问清楚说的是什么。',
        'Beyond the bounds: not proven wrong; ask first what is meant.',
      ),
    ],
    'out-of-bounds',
  )
}

/** Areas in square metres and money in yuan, so that a result is told in units that people use. */
const factorOf = ({ dimension, unit }: Said) => {
  if (dimension === 'area' && unit.zh === '亩') return SQUARE_METRES_PER_MU
  return dimension === 'money' || dimension === 'money-of-others' || dimension === 'cover'
    ? 1 / FEN_PER_YUAN
    : 1
}

const baseOf = (said: Said) => said.value * factorOf(said)
const inBase = (said: Said): Range => ({ low: said.low * factorOf(said), high: said.high * factorOf(said) })

function converted(said: Said): Text[] {
  if (said.unit.zh !== '亩') return []
  const metres = short(baseOf(said))
  return [
    line(
      `${amount(said.value, said, 'zh')} × 666.67 平方米/亩 = ${metres} 平方米`,
      `${amount(said.value, said, 'en')} × 666.67 m² a mu = ${metres} m²`,
    ),
  ]
}

function underText(under: Said | Fixed, language: keyof Text): string {
  if (!('words' in under)) return `${short(under.value)} ${under.what[language]}`
  return under.unit.zh === '亩'
    ? `${short(baseOf(under))} ${{ zh: '平方米', en: 'm²' }[language]}`
    : amount(under.value, under, language)
}

/** Enough digits to tell, and none that rounding made up. */
const short = (value: number) =>
  value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 10 ? 3 : 1 })

function boundsText({ atLeast, atMost, unit }: Bounds, language: keyof Text): string {
  if (atLeast !== undefined && atMost !== undefined)
    return `${short(atLeast)} – ${short(atMost)} ${unit[language]}`
  const [word, bound] =
    atLeast === undefined
      ? [{ zh: '不高于', en: 'at most' }, atMost!]
      : [{ zh: '不低于', en: 'at least' }, atLeast]
  return `${word[language]} ${short(bound)} ${unit[language]}`
}
