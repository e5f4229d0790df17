import { lazy, Suspense } from 'react'
import { addDays } from '#platform/city-time.ts'
import type { OutputOf } from '#platform/contract.ts'
import { BarRow } from '#ui/charts/bar-row.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { figures } from '../contract.ts'
import { messages } from './messages.ts'

type Trend = NonNullable<OutputOf<typeof figures.getFigure>['trend']>
export type FigureTrendProps = {
  trend: Trend
  unit: string
  /** Its points are parts of one, told as percent. */
  isShare: boolean
  asOf: string
}

/** The front page shows bars only, and need not carry what a line with its table needs. */
const LineCourse = lazy(() => import('./line-course.tsx'))

/** Years stand as bars, since each is one count; days and months as a line. */
export function FigureTrend({ trend: declared, unit: told, isShare, asOf }: FigureTrendProps) {
  const t = useText()
  const trend = isShare ? inPercent(declared) : declared
  const unit = isShare ? t(messages.percent) : told
  const last = trend.points.at(-1)
  const note =
    last !== undefined && isUnderWay(last.period, asOf) ? t(messages.periodUnderWay, last) : undefined
  if (trend.step === 'year') {
    const bars = trend.points.flatMap(({ period, value }) =>
      value === null ? [] : [{ label: period, value }],
    )
    return <BarRow title={t(trend.title)} unit={` ${unit}`} bars={bars} note={note} />
  }
  return (
    <Suspense>
      <LineCourse trend={trend} unit={unit} note={note} />
    </Suspense>
  )
}

const inPercent = (trend: Trend): Trend => ({
  ...trend,
  points: trend.points.map(({ period, value }) => ({
    period,
    value: value === null ? null : Math.round(value * 1000) / 10,
  })),
})

/** A month or year that the day lies in and does not end looks like a fall, and is none. */
const isUnderWay = (period: string, asOf: string) =>
  asOf.startsWith(period) && addDays(asOf, 1).startsWith(period) && period !== asOf
