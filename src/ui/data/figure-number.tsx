import type { ReactNode } from 'react'
import { useFormat } from '#ui/i18n/use-format.ts'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { messages } from '#ui/messages.ts'
import { Icon } from '#ui/pictures/icon.tsx'

export type FigureNumberProps = {
  label: ReactNode
  value: number | bigint
  /** 个, 人次, 元. For money pass yuan, not fen. */
  unit: string
  /** 9,700万 instead of 97,000,000; the exact number then stands on hover and is read aloud. */
  isCompact?: boolean
  /** The day of which the number is true. */
  asOf?: string | Date
  /** Where its records are. A number without a way to its records shows no mark. */
  href?: string
  note?: ReactNode
  size?: 'large' | 'normal'
}

/** A published number: large, with its unit, its date, and a quiet mark that it opens. */
export function FigureNumber(props: FigureNumberProps) {
  const format = useFormat()
  const t = useText()
  return (
    <div className="ui-figure" data-size={props.size ?? 'large'}>
      <p className="ui-figure-label">{props.label}</p>
      <p className="ui-figure-value">
        <Amount value={props.value} isCompact={props.isCompact ?? false} />
        <span className="ui-figure-unit">{props.unit}</span>
      </p>
      {props.note && <p className="ui-figure-note">{props.note}</p>}
      <p className="ui-figure-foot">
        {props.asOf && <span>{t(messages.asOf, { date: format.date(props.asOf) })}</span>}
        {props.href && (
          <Link href={props.href}>
            {t(messages.opensRecords)}
            <span className="ui-hidden">{props.label}</span>
            <Icon name="chevron-right" />
          </Link>
        )}
      </p>
    </div>
  )
}

/** The number itself; a rounded one carries its exact value for pointer and reader. */
export function Amount({ value, isCompact = false }: { value: number | bigint; isCompact?: boolean }) {
  const format = useFormat()
  const t = useText()
  const exact = format.number(value)
  const shown = isCompact ? format.compact(value) : exact
  return (
    <data value={String(value)} title={shown === exact ? undefined : exact}>
      {shown}
      {shown !== exact && <span className="ui-hidden">{t(messages.exactValue, { value: exact })}</span>}
    </data>
  )
}
