import { useText } from '#ui/i18n/language.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import type { HoldingRow } from '../shapes.ts'
import { myMessages } from './my-messages.ts'

/** What is held about a person, why, and by which part of the platform. */
export function Holdings({ rows }: { rows: readonly HoldingRow[] }) {
  const t = useText()
  return (
    <List label={t(myMessages.holdings)}>
      {rows.map((row) => (
        <ListItem
          key={`${row.module} ${row.what.zh}`}
          answer={<Tag>{t(row.moduleTitle)}</Tag>}
          title={t(row.what)}
          note={t(row.why)}
          {...(row.href && { href: row.href })}
        >
          <span className="ui-hint">{t(myMessages.count, { count: row.count })}</span>
        </ListItem>
      ))}
    </List>
  )
}
