import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { membership } from '../../contract.ts'
import { outcomeStatus } from '../union-words.ts'
import { messages } from './messages.ts'
import './member-unions.css'

/** What founding online means, the way to begin, and what was sent. */
export default function FoundingsPage() {
  const t = useText()
  const me = useMe()
  return (
    <MemberPage title={t(messages.title)} backHref="/">
      <div className="unions-narrow">
        <Card>
          <p>{t(messages.intro)}</p>
          <LinkButton variant="primary" wide href="/unions/found" icon="organisation">
            {t(messages.start)}
          </LinkButton>
        </Card>
        <Answered to={me}>{({ signedIn }) => (signedIn ? <Mine /> : null)}</Answered>
      </div>
    </MemberPage>
  )
}

function Mine() {
  const t = useText()
  const format = useFormat()
  const mine = useAnswer(membership.myFoundings, {})
  return (
    <section className="ui-stack">
      <h2>{t(messages.mine)}</h2>
      <Answered to={mine}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t(messages.noneTitle)}>{t(messages.none)}</EmptyState>
          ) : (
            <List label={t(messages.mine)}>
              {rows.map((row) => (
                <ListItem
                  key={row.id}
                  href={`/unions/found/${row.id}`}
                  answer={
                    <StatusBadge status={outcomeStatus(row.standing.outcome)}>
                      {t(row.standing.stateTitle)}
                    </StatusBadge>
                  }
                  title={row.unionName}
                  note={
                    row.standing.dueOn === null
                      ? row.levelAboveName
                      : `${row.levelAboveName} · ${t(messages.due, { day: format.date(row.standing.dueOn) })}`
                  }
                />
              ))}
            </List>
          )
        }
      </Answered>
    </section>
  )
}
