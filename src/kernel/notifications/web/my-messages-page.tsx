import { useState } from 'react'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { notifications } from '../contract.ts'
import { messages } from './messages.ts'

type Mine = OutputOf<typeof notifications.listMine>

const STEP = 20
const PAGE_MAX = 200

/** What the platform told me, newest first. Opening what a message is about reads it. */
export default function MyMessagesPage() {
  const t = useText()
  const [pageSize, setPageSize] = useState(STEP)
  const mine = useAnswer(notifications.listMine, { pageSize }, { everySeconds: 60, keepLast: true })
  return (
    <MemberPage title={t(messages.title)} backHref="/me">
      <Answered to={mine}>
        {(answer) =>
          answer.total === 0 ? (
            <EmptyState title={t(messages.none)}>{t(messages.noneWhy)}</EmptyState>
          ) : (
            <Messages mine={answer} onOlder={() => setPageSize(Math.min(PAGE_MAX, pageSize + STEP))} />
          )
        }
      </Answered>
    </MemberPage>
  )
}

function Messages({ mine, onOlder }: { mine: Mine; onOlder: () => void }) {
  const t = useText()
  const read = useCommand(notifications.markRead)
  return (
    <div className="ui-stack">
      {mine.unread > 0 && (
        <span className="ui-row">
          <Button isPending={read.isPending} onPress={() => read.mutate({})}>
            {t(messages.markAll)}
          </Button>
        </span>
      )}
      <List label={t(messages.list)}>
        {mine.rows.map((message) => (
          <Message key={message.id} message={message} onOpen={() => read.mutate({ ids: [message.id] })} />
        ))}
      </List>
      {mine.rows.length < Math.min(mine.total, PAGE_MAX) && (
        <span className="ui-row">
          <Button onPress={onOlder}>{t(messages.older)}</Button>
        </span>
      )}
    </div>
  )
}

function Message({ message, onOpen }: { message: Mine['rows'][number]; onOpen: () => void }) {
  const t = useText()
  const format = useFormat()
  const { href, title, body, createdAt, readAt } = message
  const when = format.relative(createdAt)
  const isUnread = readAt === null
  return (
    <ListItem
      answer={isUnread ? <Tag>{t(messages.unread)}</Tag> : when}
      title={
        href === null ? (
          t(title)
        ) : (
          <Link href={href} className="ui-list-link" {...(isUnread && { onClick: onOpen })}>
            {t(title)}
          </Link>
        )
      }
      note={isUnread ? `${t(body)} · ${when}` : t(body)}
    />
  )
}
