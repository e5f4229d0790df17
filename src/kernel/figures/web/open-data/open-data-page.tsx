import { queryAddress } from '#platform/client/call.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { figures } from '../../contract.ts'
import { DayChoice } from '../day-choice.tsx'
import { useAmountText } from '../figure-amount.ts'
import '../boards/boards.css'
import '../report.css'
import { useAsOf, withDay } from '../use-as-of.ts'
import { openDataWords as words } from './messages.ts'

type Report = OutputOf<typeof figures.listFigures>
type Day = { asOf?: string }

/** Every figure that may be public, as JSON and CSV at addresses that stay, with what each field means. */
export default function OpenDataPage() {
  const t = useText()
  const format = useFormat()
  const day = useAsOf()
  const report = useAnswer(figures.listFigures, day, { keepLast: true })
  return (
    <ReportPage
      title={t(words.title)}
      standfirst={t(words.standfirst)}
      dateline={report.data && t(words.dateline, { day: format.date(report.data.asOf) })}
    >
      <Answered to={report}>
        {(answer) => (
          <>
            <ReportSection title={t(words.figures)}>
              <p>
                <a className="ui-link" download href={queryAddress(figures.openCatalogueCsv, day)}>
                  {t(words.all)}
                </a>
              </p>
              {answer.total === 0 ? (
                <EmptyState title={t(words.none)} />
              ) : (
                <Figures report={answer} day={day} />
              )}
              <DayChoice path="/open-data" asOf={answer.asOf} isPast={day.asOf !== undefined} />
            </ReportSection>
            <Manual example={answer.rows[0]?.key ?? 'stations.total'} />
          </>
        )}
      </Answered>
    </ReportPage>
  )
}

function Figures({ report, day }: { report: Report; day: Day }) {
  const t = useText()
  const amountText = useAmountText()
  return (
    <div className="ui-table-scroll figures-table" tabIndex={0} role="group" aria-label={t(words.figures)}>
      <table className="ui-table">
        <thead>
          <tr>
            {[words.figure, words.value, words.address, words.definition].map((head) => (
              <th key={head.zh} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((figure) => (
            <tr key={figure.key}>
              <th scope="row">
                <Link href={withDay(`/report/${figure.key}`, day)}>{t(figure.title)}</Link>
              </th>
              <td>{amountText(figure)}</td>
              <td>
                <DataLinks figure={figure} day={day} />
              </td>
              <td className="open-data-definition">{t(figure.definition)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DataLinks({ figure, day }: { figure: Report['rows'][number]; day: Day }) {
  const t = useText()
  const input = { key: figure.key, ...day }
  const name = t(figure.title)
  return (
    <span className="open-data-links">
      <a className="ui-link" href={queryAddress(figures.openFigure, input)} aria-label={`JSON ${name}`}>
        JSON
      </a>
      <a
        className="ui-link"
        download
        href={queryAddress(figures.openFigureCsv, input)}
        aria-label={`CSV ${name}`}
      >
        CSV
      </a>
    </span>
  )
}

function Manual({ example }: { example: string }) {
  const t = useText()
  const facts = [words.addresses, words.units, words.withheld, words.days, words.digest, words.limits]
  return (
    <ReportSection title={t(words.howTo)}>
      <dl className="open-data-facts">
        {facts.map(({ term, text }) => (
          <div key={term.zh}>
            <dt>{t(term)}</dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <pre className="figures-digest open-data-example">{`GET ${queryAddress(figures.openFigure, { key: example })}
GET ${queryAddress(figures.openFigureCsv, { key: example, asOf: '2026-01-01' })}`}</pre>
      <p className="figures-quiet">
        <a className="ui-link" href="/api/docs">
          {t(words.docs)}
        </a>
      </p>
    </ReportSection>
  )
}
