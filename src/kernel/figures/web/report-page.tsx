import type { OutputOf } from '#platform/contract.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { figures } from '../contract.ts'
import { DayChoice } from './day-choice.tsx'
import { FigureTrend } from './figure-trend.tsx'
import { FigureValue } from './figure-value.tsx'
import { messages } from './messages.ts'
import './report.css'
import { useAsOf, withDay } from './use-as-of.ts'

type Report = OutputOf<typeof figures.listFigures>
type Listed = Report['rows'][number]

/** The front page: every figure by chapter, and what is not recorded by name alone. */
export default function PublicReportPage() {
  const t = useText()
  const format = useFormat()
  const day = useAsOf()
  const report = useAnswer(figures.listFigures, day, { keepLast: true })
  const dates = report.data && {
    day: format.date(report.data.asOf),
    moment: format.dateTime(report.data.recordedUpTo, 'long'),
  }
  return (
    <ReportPage
      title={t(messages.reportTitle)}
      standfirst={t(messages.reportStandfirst)}
      dateline={
        <>
          {dates && `${t(messages.dateline, dates)} · `}
          <Link href="/report/publications">{t(messages.publications)}</Link>
        </>
      }
    >
      <Answered to={report}>{(answer) => <Chapters report={answer} day={day} />}</Answered>
    </ReportPage>
  )
}

function Chapters({ report, day }: { report: Report; day: { asOf?: string } }) {
  const t = useText()
  return (
    <>
      {report.total === 0 && <EmptyState title={t(messages.noFigures)} />}
      {chaptersOf(report.rows).map((listed) => (
        <ReportSection key={listed[0]!.chapter.zh} title={t(listed[0]!.chapter)}>
          <ul className="figures-front">
            {listed.map((figure, index) => (
              <li key={figure.key}>
                {index === 0 ? (
                  <Lead figure={figure} asOf={report.asOf} day={day} />
                ) : (
                  <Front figure={figure} asOf={report.asOf} day={day} />
                )}
              </li>
            ))}
          </ul>
        </ReportSection>
      ))}
      <ReportSection title={t(messages.notYet)} lede={t(messages.notYetLede)}>
        <ul className="figures-not-yet">
          {report.notYetRecorded.map((system) => (
            <li key={system.zh}>{t(system)}</li>
          ))}
        </ul>
      </ReportSection>
      <DayChoice path="/report" asOf={report.asOf} isPast={day.asOf !== undefined} />
    </>
  )
}

/** Figures of one chapter stand together already. Not `Map.groupBy`, which WeChat's browser may lack. */
function chaptersOf(rows: Listed[]): Listed[][] {
  const names = [...new Set(rows.map(({ chapter }) => chapter.zh))]
  return names.map((name) => rows.filter(({ chapter }) => chapter.zh === name))
}

type FrontProps = { figure: Listed; asOf: string; day: { asOf?: string } }

/** A chapter's first figure, with its course in bars where each is a count of its own. */
function Lead({ figure, asOf, day }: FrontProps) {
  const t = useText()
  if (figure.trend?.step !== 'year') return <Front figure={figure} asOf={asOf} day={day} />
  return (
    <div className="figures-lead">
      <div>
        <FigureValue figure={figure} asOf={asOf} href={withDay(`/report/${figure.key}`, day)} />
        <p className="figures-definition">{t(figure.definition)}</p>
      </div>
      <FigureTrend
        trend={figure.trend}
        unit={t(figure.unit)}
        isShare={figure.dimension === 'ratio'}
        asOf={asOf}
      />
    </div>
  )
}

function Front({ figure, asOf, day }: FrontProps) {
  const t = useText()
  const points = figure.trend?.points ?? []
  return (
    <>
      <FigureValue figure={figure} asOf={asOf} href={withDay(`/report/${figure.key}`, day)} />
      <p className="figures-definition">{t(figure.definition)}</p>
      {points.length > 1 && figure.trend && (
        <p className="figures-spark">
          <Sparkline values={points.map(({ value }) => value)} alternative={t(figure.trend.title)} />
          <span aria-hidden>
            {t(figure.trend.title)} {points[0]!.period}–{points.at(-1)!.period}
          </span>
        </p>
      )}
    </>
  )
}
