import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { queryAddress } from '#platform/client/call.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import { figures } from '../contract.ts'
import { messages as publicMessages } from './messages.ts'
import { RecordsTable } from './records-table.tsx'
import './report.css'
import { staffMessages as messages } from './staff-messages.ts'

const PAGE_SIZE = 50
const REASON_MIN = 4

/** The auditor's way to the single records: a reason first, then the records. */
export default function SingleRecordsPage() {
  const t = useText()
  const { key } = useParams({ strict: false }) as { key: string }
  const figure = useAnswer(figures.getFigure, { key })
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
        <Form onSubmit={(data) => setReason(String(data.get('reason')).trim())}>
          <TextField name="reason" label={t(messages.reason)} isRequired minLength={REASON_MIN} />
          <div>
            <Button type="submit" variant="primary">
              {t(messages.openRecords)}
            </Button>
          </div>
        </Form>
        {reason !== '' && <Records key={reason} figureKey={key} reason={reason} />}
      </div>
    </>
  )
}

function Records({ figureKey, reason }: { figureKey: string; reason: string }) {
  const t = useText()
  const [page, setPage] = useState(1)
  const input = { key: figureKey, reason, page, pageSize: PAGE_SIZE }
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
                href={queryAddress(figures.exportRecords, { key: figureKey, reason, format: 'xlsx' })}
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
