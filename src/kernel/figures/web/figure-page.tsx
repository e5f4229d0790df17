import { useParams } from '@tanstack/react-router'
import type { OutputOf } from '#platform/contract.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { figures } from '../contract.ts'
import { DayChoice } from './day-choice.tsx'
import { useAmountText } from './figure-amount.ts'
import { FigureMeaning, TakeFigure } from './figure-meaning.tsx'
import { FigureParts } from './figure-parts.tsx'
import { FigureRecords } from './figure-records.tsx'
import { FigureTrend } from './figure-trend.tsx'
import { FigureValue } from './figure-value.tsx'
import { messages } from './messages.ts'
import './report.css'
import { useAsOf, withDay } from './use-as-of.ts'

type Figure = OutputOf<typeof figures.getFigure>

/** One figure: what it counts and does not, its parts, its course, and the records behind it. */
export default function FigurePage() {
  const t = useText()
  const format = useFormat()
  const { key } = useParams({ strict: false }) as { key: string }
  const day = useAsOf()
  const figure = useAnswer(figures.getFigure, { key, ...day }, { keepLast: true })
  const dates = figure.data && {
    day: format.date(figure.data.asOf),
    moment: format.dateTime(figure.data.recordedUpTo, 'long'),
  }
  return (
    <ReportPage
      title={figure.data ? t(figure.data.title) : '…'}
      dateline={
        <>
          <Link href={withDay('/report', day)}>{t(messages.backToReport)}</Link>
          {dates && ` · ${t(messages.dateline, dates)}`}
        </>
      }
    >
      <Answered to={figure}>
        {(answer) => <FigureStory figure={answer} isPast={day.asOf !== undefined} />}
      </Answered>
    </ReportPage>
  )
}

function FigureStory({ figure, isPast }: { figure: Figure; isPast: boolean }) {
  const t = useText()
  return (
    <>
      <div className="figures-head">
        <FigureValue figure={{ ...figure, title: figure.chapter }} asOf={figure.asOf} />
        <LastPublished figure={figure} />
        <DayChoice path={`/report/${figure.key}`} asOf={figure.asOf} isPast={isPast} />
        <FigureMeaning figure={figure} />
        <TakeFigure figure={figure} isPast={isPast} />
      </div>
      {figure.breakdowns.length > 0 && (
        <ReportSection title={t(messages.parts)}>
          <FigureParts breakdowns={figure.breakdowns} unit={t(figure.unit)} />
        </ReportSection>
      )}
      {figure.trend && figure.trend.points.length > 1 && (
        <ReportSection title={t(messages.trend)}>
          <FigureTrend
            trend={figure.trend}
            unit={t(figure.unit)}
            isShare={figure.dimension === 'ratio'}
            asOf={figure.asOf}
          />
        </ReportSection>
      )}
      <FigureRecords key={figure.asOf} figureKey={figure.key} {...(isPast && { asOf: figure.asOf })} />
    </>
  )
}

function LastPublished({ figure }: { figure: Figure }) {
  const t = useText()
  const format = useFormat()
  const amountText = useAmountText()
  const last = figure.lastPublished
  if (last === null) return null
  const value = amountText({ ...last, dimension: figure.dimension, unit: figure.unit })
  return (
    <p className="figures-quiet">
      <Link href={`/report/publications/${last.publicationId}`}>
        {t(messages.lastPublished, { value, title: last.title, day: format.date(last.asOf) })}
      </Link>
    </p>
  )
}
