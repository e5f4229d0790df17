import { useParams } from '@tanstack/react-router'
import { useMe } from '#kernel/access/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { activities } from '../../contract.ts'
import { messages } from '../messages.ts'
import { spanText } from '../time-span.ts'
import { WhoAreYou } from './who-are-you.tsx'

/** Where the code on the poster leads: one large action. */
export default function CheckInPage() {
  const t = useText()
  const { code = '' } = useParams({ strict: false })
  const found = useAnswer(activities.findByCode, { code })
  return (
    <MemberPage title={t(messages.checkInTitle)} backHref="/activities">
      <Answered to={found} label={t(messages.reading)}>
        {({ id }) =>
          id === null ? (
            <EmptyState kind="search" title={t(messages.codeUnknown)}>
              {t(messages.codeUnknownWhy)}
            </EmptyState>
          ) : (
            <AtTheDoor id={id} code={code} />
          )
        }
      </Answered>
    </MemberPage>
  )
}

function AtTheDoor({ id, code }: { id: string; code: string }) {
  const t = useText()
  const format = useFormat()
  const answer = useAnswer(activities.getActivity, { id })
  return (
    <Answered to={answer} label={t(messages.reading)}>
      {({ title, startsAt, endsAt, place, mine }) => (
        <div className="ui-stack">
          <Card>
            <h2>{title}</h2>
            <p>{spanText(format, startsAt, endsAt)}</p>
            <p>{place}</p>
          </Card>
          <CheckIn code={code} checkedInAt={mine?.checkedInAt ?? null} />
          <LinkButton href={`/activities/${id}`}>{t(messages.seeActivity)}</LinkButton>
        </div>
      )}
    </Answered>
  )
}

function CheckIn({ code, checkedInAt }: { code: string; checkedInAt: string | null }) {
  const t = useText()
  const format = useFormat()
  const me = useMe().data
  const checkIn = useCommand(activities.checkInByCode)
  const at = checkIn.data?.checkedInAt ?? checkedInAt
  if (at !== null)
    return (
      <div role="status">
        <StatusBadge status="good">{t(messages.checkedIn)}</StatusBadge>
        <p>{t(messages.cameAt, { time: format.dateTime(at) })}</p>
      </div>
    )
  if (me === undefined) return null
  if (!me.signedIn || me.person === null)
    return <WhoAreYou returnTo={`/a/${code}`} isSignedIn={me.signedIn} />
  return (
    <>
      {checkIn.error && <p role="alert">{t(checkIn.error.text)}</p>}
      <Button
        variant="primary"
        icon="check"
        wide
        isPending={checkIn.isPending}
        onPress={() => checkIn.mutate({ code })}
      >
        {t(messages.checkIn)}
      </Button>
    </>
  )
}
