import { FigureNumber } from '#ui/data/figure-number.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { shownNumber, type Amount } from './figure-amount.ts'
import { messages } from './messages.ts'

export type FigureValueProps = {
  figure: Amount & { title: Text }
  asOf?: string
  href?: string
  size?: 'large' | 'normal'
}

/** Below it money is told to the fen: 449,999.55 and 450,000 are two figures, and rounding made them one. */
const ROUNDED_FROM_YUAN = 100_000_000

/** A figure set large. A share shows both of its terms; where fewer than ten stand behind it, it says only that. */
export function FigureValue({ figure, asOf, href, size = 'large' }: FigureValueProps) {
  const t = useText()
  const number = shownNumber(figure)
  const label = t(figure.title)
  if (number === null) {
    return (
      <div className="ui-figure" data-size="normal">
        <p className="ui-figure-label">{label}</p>
        <p className="ui-figure-value">{t(figure.fewerThanTen ? messages.fewerThanTen : messages.none)}</p>
      </div>
    )
  }
  const isRatio = figure.dimension === 'ratio'
  const terms = { numerator: figure.numerator ?? 0, denominator: figure.denominator ?? 0 }
  return (
    <FigureNumber
      label={label}
      value={number}
      unit={isRatio ? t(messages.percent) : t(figure.unit)}
      isCompact={figure.dimension === 'money' && number >= ROUNDED_FROM_YUAN}
      size={size}
      {...(isRatio && { note: t(messages.ofTerms, terms) })}
      {...(asOf && { asOf })}
      {...(href && { href })}
    />
  )
}
