import { useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered, Refused } from '#ui/states/answered.tsx'
import { access } from '../contract.ts'
import { messages } from './messages.ts'
import { SignOutDialog } from './sign-out-dialog.tsx'
import { useMe } from './use-me.ts'

type Session = OutputOf<typeof access.listSessions>['rows'][number]

/** Where I am signed in; a device that I do not know is ended here. */
export default function SessionsPage() {
  const t = useText()
  const me = useMe().data
  const sessions = useAnswer(access.listSessions, {})
  const others = useCommand(access.endOtherSessions)
  const [isLeaving, setLeaving] = useState(false)
  return (
    <MemberPage title={t(messages.sessionsTitle)} backHref="/me">
      <Answered to={sessions}>
        {({ rows }) => (
          <div className="ui-stack">
            {others.error && <Refused error={others.error} />}
            <List label={t(messages.sessionsTitle)}>
              {rows.map((session) => (
                <SessionItem key={session.id} session={session} />
              ))}
            </List>
            {rows.length > 1 && (
              <Button wide isPending={others.isPending} onPress={() => others.mutate({})}>
                {t(messages.endOthers)}
              </Button>
            )}
            {me?.oidcIsConfigured === true && (
              <a className="ui-button" data-wide href="/api/access/oidc/start?link=1&returnTo=/me/sessions">
                {t(messages.linkOidc)}
              </a>
            )}
            <Button wide variant="danger" onPress={() => setLeaving(true)}>
              {t(messages.signOut)}
            </Button>
          </div>
        )}
      </Answered>
      <SignOutDialog isOpen={isLeaving} onOpenChange={setLeaving} />
    </MemberPage>
  )
}

function SessionItem({ session }: { session: Session }) {
  const t = useText()
  const format = useFormat()
  const end = useCommand(access.endSession)
  const device = session.device === '' ? t(messages.otherDevice) : session.device
  return (
    <ListItem
      answer={session.current && <StatusBadge status="good">{t(messages.thisDevice)}</StatusBadge>}
      title={device}
      note={t(messages.lastSeen, { when: format.relative(session.lastSeenAt) })}
    >
      {!session.current && (
        <Button
          aria-label={`${t(messages.endSession)} ${device}`}
          isPending={end.isPending}
          onPress={() => end.mutate({ id: session.id })}
        >
          {t(messages.endSession)}
        </Button>
      )}
      {end.error && <p role="alert">{t(end.error.text)}</p>}
    </ListItem>
  )
}
