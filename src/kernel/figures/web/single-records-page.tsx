import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { queryAddress } from '#platform/client/call.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import { figures } from '../contract.ts'
import { catalogueWords } from './catalogue-words.ts'
import { DayChoice } from './day-choice.tsx'
import { FigureMeaning } from './figure-meaning.tsx'
import { FigureTrend } from './figure-trend.tsx'
import { FigureValue } from './figure-value.tsx'
import { messages as publicMessages } from './messages.ts'
import { RecordsTable } from './records-table.tsx'
import './report.css'
import { staffMessages as messages } from './staff-messages.ts'
import { useAsOf, withDay } from './use-as-of.ts'

const PAGE_SIZE = 50
const REASON_MIN = 4

/** The auditor's way to the single records: a reason first, then the records. */
export default function SingleRecordsPage() {
  const t = useText()
  const { key } = useParams({ strict: false }) as { key: string }
  const day = useAsOf()
  const figure = useAnswer(figures.getFigure, { key, ...day }, { keepLast: true })
  const [reason, setReason] = useState('')
  const title = figure.data ? t(figure.data.title) : key
  return (
    <>
      <PageHeader
        title={t(messages.singleTitle, { figure: title })}
        breadcrumbs={[{ label: t(messages.title), href: '/staff/figures' }]}
        summary={t(messages.singleSummary)}
      />
      <div className="ui-stack">
        <Card title={t(catalogueWords.meaning)}>
          <Answered to={figure}>
            {(answer) => (
              <div className="figures-head">
                <FigureValue figure={answer} asOf={answer.asOf} href={withDay(`/report/${key}`, day)} />
                <DayChoice
                  path={`/staff/figures/${key}`}
                  asOf={answer.asOf}
                  isPast={day.asOf !== undefined}
                />
                <FigureMeaning figure={answer} />
                {answer.trend && answer.trend.points.length > 1 && (
                  <FigureTrend
                    trend={answer.trend}
                    unit={t(answer.unit)}
                    isShare={answer.dimension === 'ratio'}
                    asOf={answer.asOf}
                  />
                )}
              </div>
            )}
          </Answered>
        </Card>
        <Form onSubmit={(data) => setReason(String(data.get('reason')).trim())}>
          <TextField name="reason" label={t(messages.reason)} isRequired minLength={REASON_MIN} />
          <div>
            <Button type="submit" variant="primary">
              {t(messages.openRecords)}
            </Button>
          </div>
        </Form>
        {reason !== '' && <Records key={`${reason}${day.asOf}`} asked={{ key, reason, ...day }} />}
      </div>
    </>
  )
}

type Asked = { key: string; reason: string; asOf?: string }

function Records({ asked }: { asked: Asked }) {
  const t = useText()
  const [page, setPage] = useState(1)
  const input = { ...asked, page, pageSize: PAGE_SIZE }
  const records = useAnswer(figures.auditRecords, input, { keepLast: true })
  return (
    <Answered to={records}>
      {({ columns, rows, total }) =>
        total === 0 ? (
          <EmptyState title={t(publicMessages.noMatch)} />
        ) : (
          <div>
            <p>
              <a
                className="ui-link"
                download
                href={queryAddress(figures.exportRecords, { ...asked, format: 'xlsx' })}
              >
                {t(publicMessages.exportXlsx)}
              </a>
            </p>
            <RecordsTable label={t(messages.single)} columns={columns} rows={rows} />
            <Pagination page={page} pageSize={PAGE_SIZE} total={total} onPageChange={setPage} />
          </div>
        )
      }
    </Answered>
  )
}
