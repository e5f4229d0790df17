import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Skeleton } from '#ui/states/loading-state.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import type { ImportSummary } from '../types.ts'
import { ImportRowItem } from './import-row-item.tsx'
import { importMessages } from './messages.ts'
import { ROWS_A_PAGE, type RowsSearch } from './rows-search.ts'

type ImportRowsProps = {
  readonly summary: ImportSummary
  readonly search: RowsSearch
  readonly onChange: (search: RowsSearch) => void
}

export function ImportRows({ summary, search, onChange }: ImportRowsProps) {
  const t = useText()
  const { importId, columns } = summary
  const answer = useAnswer(
    stations.listImportRows,
    { importId, ...search, pageSize: ROWS_A_PAGE },
    { keepLast: true },
  )
  return (
    <Answered to={answer} skeleton={<Skeleton lines={10} />}>
      {({ rows, total }) => (
        <section className="ui-stack" aria-label={t(importMessages.showRows)} aria-busy={answer.isFetching}>
          {rows.length === 0 && (
            <EmptyState kind="done" title={t(importMessages.rowsNone)}>
              {t(importMessages.rowsNoneHint)}
            </EmptyState>
          )}
          <ol className="stations-import-rows">
            {rows.map((row) => (
              <ImportRowItem
                key={row.row}
                row={row}
                columns={columns}
                importId={importId}
                isOpen={summary.state === 'preview'}
              />
            ))}
          </ol>
          {total > ROWS_A_PAGE && (
            <Pagination
              page={search.page}
              pageSize={ROWS_A_PAGE}
              total={total}
              onPageChange={(page) => onChange({ ...search, page })}
            />
          )}
        </section>
      )}
    </Answered>
  )
}
