import { useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { queryAddress } from '#platform/client/call.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { SearchField } from '#ui/controls/search-field.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import { figures } from '../contract.ts'
import { messages } from './messages.ts'
import { RecordsTable } from './records-table.tsx'

const PAGE_SIZE = 50

type Records = OutputOf<typeof figures.figureRecords>
type Asked = { figureKey: string; asOf?: string }

/** The records themselves where they are open to everybody; their number and digest where they tell of people. */
export function FigureRecords({ figureKey, asOf }: Asked) {
  const t = useText()
  const [asked, setAsked] = useState({ search: '', page: 1 })
  const { search, page } = asked
  const input = {
    key: figureKey,
    page,
    pageSize: PAGE_SIZE,
    ...(asOf && { asOf }),
    ...(search && { search }),
  }
  const records = useAnswer(figures.figureRecords, input, { keepLast: true })
  const isOpen = records.data?.opensTo !== 'groups-of-ten'
  return (
    <ReportSection title={t(messages.records)} lede={t(ledeOf(records.data))}>
      <div className="figures-toolbar">
        {isOpen && (
          <SearchField
            label={t(messages.search)}
            onSubmit={(text) => setAsked({ search: text, page: 1 })}
            onClear={() => setAsked({ search: '', page: 1 })}
          />
        )}
        <ExportLinks figureKey={figureKey} isOpen={isOpen} {...(asOf && { asOf })} />
      </div>
      <Answered to={records}>
        {(answer) => (
          <>
            {isOpen && (
              <OpenRecords records={answer} page={page} onPage={(next) => setAsked({ search, page: next })} />
            )}
            <Digest records={answer} />
          </>
        )}
      </Answered>
    </ReportSection>
  )
}

function ledeOf(records: Records | undefined) {
  if (records?.opensTo !== 'groups-of-ten') return messages.recordsLede
  return records.groups.length > 0 ? messages.groupsLede : messages.noGroupsLede
}

type OpenRecordsProps = { records: Records; page: number; onPage: (page: number) => void }

function OpenRecords({ records, page, onPage }: OpenRecordsProps) {
  const t = useText()
  if (records.rows.length === 0) return <EmptyState kind="search" title={t(messages.noMatch)} />
  return (
    <div>
      <RecordsTable label={t(messages.records)} columns={records.columns} rows={records.rows} />
      <Pagination page={page} pageSize={PAGE_SIZE} total={records.total ?? 0} onPageChange={onPage} />
    </div>
  )
}

function ExportLinks({ figureKey, asOf, isOpen }: Asked & { isOpen: boolean }) {
  const t = useText()
  const formats = [
    { format: 'csv', label: messages.exportCsv },
    { format: 'xlsx', label: messages.exportXlsx },
    ...(isOpen ? [{ format: 'canonical', label: messages.exportCanonical }] : []),
  ]
  return formats.map(({ format, label }) => (
    <a
      key={format}
      className="ui-link"
      download
      href={queryAddress(figures.exportFigure, { key: figureKey, format, asOf })}
    >
      {t(label)}
    </a>
  ))
}

function Digest({ records }: { records: Records }) {
  const t = useText()
  if (records.digest === null) return null
  return (
    <div className="ui-stack">
      <p className="figures-quiet">
        {t(messages.recordCount, { count: records.digest.records })} · {t(messages.digest)} SHA-256
      </p>
      <p className="figures-digest">{records.digest.sha256}</p>
      <p className="figures-quiet">
        {t(records.opensTo === 'everybody' ? messages.digestHint : messages.groupsDigestHint)}
      </p>
    </div>
  )
}
