import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { RequestRow } from '../shapes.ts'
import { AskDialog } from './ask-dialog.tsx'
import { myMessages } from './my-messages.ts'
import { requestFieldWords, requestKindWords, requestStateWords, requestStatus } from './shared-words.ts'

/** My requests with their answers, and the two that I may make. */
export function MyRequests({ rows }: { rows: readonly RequestRow[] }) {
  const t = useText()
  const [asking, setAsking] = useState<'correction' | 'deletion'>()
  return (
    <div className="ui-stack">
      {rows.length === 0 ? <p>{t(myMessages.noRequests)}</p> : <Rows rows={rows} />}
      <div className="ui-row">
        <Button icon="edit" onPress={() => setAsking('correction')}>
          {t(myMessages.askCorrection)}
        </Button>
        <Button icon="trash" onPress={() => setAsking('deletion')}>
          {t(myMessages.askDeletion)}
        </Button>
      </div>
      {asking && <AskDialog kind={asking} onDone={() => setAsking(undefined)} />}
    </div>
  )
}

function Rows({ rows }: { rows: readonly RequestRow[] }) {
  const t = useText()
  const format = useFormat()
  return (
    <List label={t(myMessages.requests)}>
      {rows.map((row) => (
        <ListItem
          key={row.id}
          answer={
            <StatusBadge status={requestStatus[row.state]}>{t(requestStateWords[row.state])}</StatusBadge>
          }
          title={[t(requestKindWords[row.kind]), row.field && t(requestFieldWords[row.field])]
            .filter(Boolean)
            .join(' · ')}
          note={row.answer ?? t(myMessages.dueBy, { day: format.date(row.dueOn) })}
        />
      ))}
    </List>
  )
}
