import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { SearchField } from '#ui/controls/search-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Refused } from '#ui/states/answered.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import { audit } from '../contract.ts'
import { columnsOf } from './audit-columns.tsx'
import { messages } from './messages.ts'
import { Verification } from './verification.tsx'

const PAGE_SIZE = 50

type Outcome = 'all' | 'done' | 'refused'

/** Who did what, when and why; and the proof that nobody rewrote it. */
export default function AuditPage() {
  const t = useText()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const [operation, setOperation] = useState('')
  const [outcome, setOutcome] = useState<Outcome>('all')
  const answer = useAnswer(
    audit.listLines,
    {
      page,
      pageSize: PAGE_SIZE,
      ...(operation === '' ? {} : { operation }),
      ...(outcome === 'all' ? {} : { outcome }),
    },
    { keepLast: true },
  )
  const columns = useMemo(() => columnsOf(t, format), [t, format])
  const change =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      set(value)
      setPage(1)
    }
  return (
    <>
      <PageHeader title={t(messages.title)} summary={t(messages.summary)} />
      <Verification />
      <DataTable
        label={t(messages.title)}
        rows={answer.data?.rows ?? []}
        rowId={(line) => line.id}
        columns={columns}
        isLoading={answer.isPending}
        {...(answer.error && {
          error: <Refused error={answer.error} onRetry={() => void answer.refetch()} />,
        })}
        filters={
          <FilterBar>
            <SearchField
              label={t(messages.operation)}
              placeholder={t(messages.operationHint)}
              value={operation}
              onChange={change(setOperation)}
            />
            <Select
              label={t(messages.outcome)}
              value={outcome}
              onChange={change((id: string) => setOutcome(id as Outcome))}
              options={[
                { id: 'all', label: t(messages.all) },
                { id: 'done', label: t(messages.done) },
                { id: 'refused', label: t(messages.refused) },
              ]}
            />
          </FilterBar>
        }
        pagination={{ page, pageSize: PAGE_SIZE, total: answer.data?.total ?? 0, onPageChange: setPage }}
      />
    </>
  )
}
