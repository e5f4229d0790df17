import type { OutputOf } from '#platform/contract.ts'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat, type Formatters } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { figures } from '../contract.ts'

type Page = OutputOf<typeof figures.auditRecords>
type Column = Page['columns'][number]
type Cell = Page['rows'][number]['cells'][number]

export type RecordsTableProps = { label: string; columns: Page['columns']; rows: Page['rows'] }

/** A plain table: it is read and printed, not worked in. */
export function RecordsTable({ label, columns, rows }: RecordsTableProps) {
  const t = useText()
  const format = useFormat()
  return (
    <div className="ui-table-scroll figures-table" tabIndex={0} role="group" aria-label={label}>
      <table className="ui-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ id, title, kind }) => (
              <th key={id} scope="col" data-number={kind === 'number' || undefined}>
                {t(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, hrefs }) => (
            <tr key={key}>
              {columns.map((column, index) => {
                const word = column.words?.[String(cells[index])]
                const text = word === undefined ? shown(column, cells[index] ?? null, format) : t(word)
                const href = hrefs[index]
                return (
                  <td key={column.id} data-number={column.kind === 'number' || undefined}>
                    {href ? <Link href={href}>{text}</Link> : text}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function shown({ kind }: Column, cell: Cell, format: Formatters): string {
  if (cell === null || cell === '') return '—'
  if (kind === 'number') return format.number(Number(cell))
  if (kind === 'day') return format.date(String(cell), 'numeric')
  return kind === 'instant' ? format.dateTime(String(cell)) : String(cell)
}
