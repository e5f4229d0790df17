import { Card } from '#ui/data/card.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { situationMessages } from './situation-messages.ts'
import type { MemberLine } from '../types.ts'
import { standingWords } from '../words.ts'

/** The unions before, newest first. */
export function HistoryCard({ lines }: { lines: readonly MemberLine[] }) {
  const t = useText()
  const format = useFormat()
  if (lines.length === 0) return null
  return (
    <Card title={t(situationMessages.history)}>
      <List label={t(situationMessages.history)}>
        {lines.map(({ id, organisationName, fromDay, toDay, status }) => (
          <ListItem
            key={id}
            answer={
              <StatusBadge status={standingWords[status].status}>{t(standingWords[status].text)}</StatusBadge>
            }
            title={organisationName}
            note={t(situationMessages.until, {
              from: format.date(fromDay, 'numeric'),
              to: toDay === null ? '' : format.date(toDay, 'numeric'),
            })}
          />
        ))}
      </List>
    </Card>
  )
}
