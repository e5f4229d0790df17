import { LineTrend } from '#ui/charts/line-trend.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { FigureTrendProps } from './figure-trend.tsx'
import { messages } from './messages.ts'

type LineCourseProps = Pick<FigureTrendProps, 'trend' | 'unit'> & { note: string | undefined }

/** Days or months as a line, its last value written at its end. */
export default function LineCourse({ trend, unit, note }: LineCourseProps) {
  const t = useText()
  const format = useFormat()
  const title = t(trend.title)
  const last = trend.points.findLast(({ value }) => value !== null)
  const value = last?.value == null ? t(messages.fewerThanTen) : `${format.number(last.value)} ${unit}`
  return (
    <LineTrend
      title={title}
      alternative={t(messages.trendAlternative, { title, value })}
      data={trend.points.map((point) => ({ label: point.period, value: point.value }))}
      columns={[t(messages.period), unit]}
      unit={unit}
      note={note}
    />
  )
}
