import type { OutputOf } from '#platform/contract.ts'
import { BarRow } from '#ui/charts/bar-row.tsx'
import { LineTrend } from '#ui/charts/line-trend.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { figures } from '../contract.ts'
import { messages } from './messages.ts'

type Figure = OutputOf<typeof figures.getFigure>

/** Bars of each way to part the figure; hidden groups are named without a number. */
export function FigureParts({ breakdowns, unit }: { breakdowns: Figure['breakdowns']; unit: string }) {
  const t = useText()
  return (
    <div className="figures-parts">
      {breakdowns.map(({ id, by, tooFew, rows }) =>
        tooFew ? (
          <p key={id}>{t(messages.tooFew, { by: t(by) })}</p>
        ) : (
          <Parts key={id} title={t(by)} rows={rows} unit={unit} />
        ),
      )}
    </div>
  )
}

type PartsProps = { title: string; rows: Figure['breakdowns'][number]['rows']; unit: string }

function Parts({ title, rows, unit }: PartsProps) {
  const t = useText()
  const bars = rows.flatMap(({ label, value }) => (value === null ? [] : [{ label: t(label), value }]))
  const hidden = rows.filter(({ value }) => value === null).map(({ label }) => t(label))
  return (
    <BarRow
      title={title}
      unit={` ${unit}`}
      bars={bars}
      {...(hidden.length > 0 && {
        note: t(messages.withheld, { groups: hidden.join(t({ zh: '、', en: ', ' })) }),
      })}
    />
  )
}

/** Years stand as bars, since each is one count; days and months as a line. */
export function FigureTrend({ trend, unit }: { trend: NonNullable<Figure['trend']>; unit: string }) {
  const t = useText()
  const format = useFormat()
  const title = t(trend.title)
  if (trend.step === 'year') {
    const bars = trend.points.flatMap(({ period, value }) =>
      value === null ? [] : [{ label: period, value }],
    )
    return <BarRow title={title} unit={` ${unit}`} bars={bars} />
  }
  const last = trend.points.findLast(({ value }) => value !== null)
  const value = last?.value == null ? t(messages.fewerThanTen) : `${format.number(last.value)} ${unit}`
  return (
    <LineTrend
      title={title}
      alternative={t(messages.trendAlternative, { title, value })}
      data={trend.points.map((point) => ({ label: point.period, value: point.value }))}
      columns={[t(messages.period), unit]}
      unit={unit}
    />
  )
}
