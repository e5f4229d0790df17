import type { ReactNode } from 'react'

export type Description = { term: string; value: ReactNode }

/** The facts of one record; a fact that is not known says so by a dash and is not left out. */
export function DescriptionList({ items }: { items: Description[] }) {
  return (
    <dl className="ui-descriptions">
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value === null || value === undefined || value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
