import { useMemo, useState } from 'react'
import { queryAddress } from '#platform/client/call.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { ledger } from '../contract.ts'
import type { Account } from './account.ts'
import { messages } from './messages.ts'
import { lineColumns } from './statement-columns.tsx'
import { asked, StatementFilters, thisYear } from './statement-filters.tsx'
import { useAmount } from './use-amount.ts'

const PAGE_SIZE = 100

/** Like a bank's: what stood there before, line by line what moved, and what stands there after. */
export function Statement({ account }: { account: Account }) {
  const t = useText()
  const format = useFormat()
  const amount = useAmount()
  const [filters, setFilters] = useState(thisYear)
  const [page, setPage] = useState(1)
  const input = { accountId: account.id, ...asked(filters) }
  const answer = useAnswer(ledger.getStatement, { ...input, page, pageSize: PAGE_SIZE }, { keepLast: true })
  const columns = useMemo(
    () => lineColumns(t, format, (value) => amount(value, account.currency)),
    [t, format, amount, account.currency],
  )
  return (
    <div className="ui-stack">
      <StatementFilters
        filters={filters}
        onChange={(changed) => {
          setPage(1)
          setFilters({ ...filters, ...changed })
        }}
      />
      {answer.data && <Totals statement={answer.data} account={account} />}
      <DataTable
        label={t(messages.lines)}
        columns={columns}
        {...rowsOf(answer)}
        rowId={(line) => line.transferId}
        empty={
          <EmptyState kind="search" title={t(messages.noLinesTitle)}>
            {t(messages.noLinesHint)}
          </EmptyState>
        }
        pagination={{ page, pageSize: PAGE_SIZE, total: answer.data?.total ?? 0, onPageChange: setPage }}
      />
      <p className="ui-row">
        {(['xlsx', 'csv'] as const).map((wanted) => (
          <a
            key={wanted}
            className="ui-link"
            download
            href={queryAddress(ledger.exportStatement, { ...input, format: wanted })}
          >
            {t(wanted === 'csv' ? messages.exportCsv : messages.exportXlsx)}
          </a>
        ))}
      </p>
    </div>
  )
}

type TotalsProps = { statement: OutputOf<typeof ledger.getStatement>; account: Account }

function Totals({ statement, account }: TotalsProps) {
  const t = useText()
  const amount = useAmount()
  const names = ['opening', 'debits', 'credits', 'closing'] as const
  return (
    <DescriptionList
      items={names.map((name) => ({
        term: t(messages[name]),
        value: amount(statement[name], account.currency),
      }))}
    />
  )
}
