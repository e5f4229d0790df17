import type { ReactNode } from 'react'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'

export type ChartFrameProps = {
  title: ReactNode
  /** Heads of the data table behind the chart. */
  columns: string[]
  rows: (string | number | null)[][]
  /** Source, definition, as-of date. */
  note?: ReactNode
  children: ReactNode
}

/** Every chart has its sentence above and its numbers behind; the picture is one way to read them. */
export function ChartFrame({ title, columns, rows, note, children }: ChartFrameProps) {
  const t = useText()
  return (
    <figure className="ui-chart">
      <figcaption className="ui-chart-title">{title}</figcaption>
      {children}
      {note && <p className="ui-chart-note">{note}</p>}
      <Disclosure title={t(messages.showTable)}>
        <ChartTable columns={columns} rows={rows} />
      </Disclosure>
    </figure>
  )
}

function ChartTable({ columns, rows }: Pick<ChartFrameProps, 'columns' | 'rows'>) {
  return (
    <div className="ui-chart-table" tabIndex={0} role="group" aria-label={columns.join(' · ')}>
      <table className="ui-table">
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" data-number={index > 0 || undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, ...values]) => (
            <tr key={String(label)}>
              <th scope="row">{label}</th>
              {values.map((value, index) => (
                <td key={columns[index + 1]} data-number>
                  {value === null ? '—' : value.toLocaleString('zh-CN')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
