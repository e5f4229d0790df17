import { useState } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import type { RoundRecord } from '../../shapes.ts'
import { publicMessages as messages } from './messages.ts'
import { PublicTable } from './public-table.tsx'

const A_PAGE = 50
const HUNDREDTHS = 100

/** Every opened sheet, with what its commitment was made from. */
export function Sheets({ record: { rule, sheets } }: { readonly record: RoundRecord }) {
  const t = useText()
  const [page, setPage] = useState(1)
  const rows = sheets.slice((page - 1) * A_PAGE, page * A_PAGE)
  return (
    <>
      <PublicTable
        label={t(messages.sheets)}
        heads={[
          { label: t(messages.entryNo), isNumber: true },
          { label: t(messages.judgeNo), isNumber: true },
          ...rule.criteria.map(({ name }) => ({ label: name, isNumber: true })),
          { label: t(messages.commitment) },
          { label: t(messages.nonce) },
        ]}
        rows={rows.map(({ entry, judge, points, commitment, nonce }) => [
          entry,
          judge,
          ...rule.criteria.map(({ id }) => (points[id] ?? 0) / HUNDREDTHS),
          commitment,
          nonce,
        ])}
      />
      {sheets.length > A_PAGE && (
        <Pagination page={page} pageSize={A_PAGE} total={sheets.length} onPageChange={setPage} />
      )}
    </>
  )
}
