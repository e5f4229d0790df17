import type { ReactNode } from 'react'

/** `isShort`: names and titles, which a phone breaks only between them. */
type Head = { readonly label: string; readonly isNumber?: boolean; readonly isShort?: boolean }
type PublicTableProps = {
  readonly label: string
  readonly heads: readonly Head[]
  readonly rows: readonly (readonly ReactNode[])[]
}

/** A list as a newspaper prints one: the first column names the line. */
export function PublicTable({ label, heads, rows }: PublicTableProps) {
  return (
    <div className="contest-list" tabIndex={0} role="group" aria-label={label}>
      <table className="ui-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.label} scope="col" data-number={head.isNumber || undefined}>
                {head.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others], row) => (
            <tr key={row}>
              <th
                scope="row"
                data-number={heads[0]!.isNumber || undefined}
                data-short={heads[0]!.isShort || undefined}
              >
                {first}
              </th>
              {others.map((value, column) => (
                <td
                  key={column}
                  data-number={heads[column + 1]!.isNumber || undefined}
                  data-short={heads[column + 1]!.isShort || undefined}
                >
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
