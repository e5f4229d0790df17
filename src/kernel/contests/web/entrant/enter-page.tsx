import { useParams } from '@tanstack/react-router'
import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { SignInState } from '#ui/states/sign-in-state.tsx'
import { contests } from '../../contract.ts'
import { EnterForm } from './enter-form.tsx'
import { messages } from './messages.ts'
import { NotAMember } from './who-asks.tsx'
import type { Contest, Place } from './types.ts'

/** Where the call's "Enter" leads. */
export default function EnterPage() {
  const t = useText()
  const me = useMe()
  const { contestId = '' } = useParams({ strict: false })
  const contest = useAnswer(contests.getContest, { id: contestId })
  return (
    <MemberPage title={t(messages.enterTitle)} backHref={`/contests/${contestId}`}>
      <Answered to={contest} label={t(messages.loading)}>
        {(known) => (
          <>
            <p>
              <b>{known.title}</b>
              <br />
              {known.organisationName}
            </p>
            <Answered to={me} label={t(messages.loading)}>
              {({ signedIn, person, name }) =>
                !signedIn ? (
                  <SignInState title={t(messages.signInTitle)}>{t(messages.signInText)}</SignInState>
                ) : person === null ? (
                  <NotAMember />
                ) : (
                  <InTime contest={known} myName={name ?? ''} />
                )
              }
            </Answered>
          </>
        )}
      </Answered>
    </MemberPage>
  )
}

/** By this device's clock only to spare people a form that is refused; the server's clock decides. */
function InTime({ contest, myName }: { contest: Contest; myName: string }) {
  const t = useText()
  const format = useFormat()
  const place = useAnswer(contests.whereToEnter, { contestId: contest.id })
  const now = Date.now()
  if (now < Date.parse(contest.entriesFrom))
    return (
      <EmptyState title={t(messages.notBegunTitle)}>
        {t(messages.notBegun, { at: format.dateTime(contest.entriesFrom) })}
      </EmptyState>
    )
  if (contest.state === 'ended' || now > Date.parse(contest.entriesUntil))
    return (
      <EmptyState
        kind="done"
        title={t(messages.overTitle)}
        actions={<LinkButton href="/entries">{t(messages.seeEntries)}</LinkButton>}
      >
        {t(messages.over, { at: format.dateTime(contest.entriesUntil) })}
      </EmptyState>
    )
  return (
    <Answered to={place} label={t(messages.loading)}>
      {(known) => <Possible contest={contest} place={known} myName={myName} />}
    </Answered>
  )
}

function Possible({ contest, place, myName }: { contest: Contest; place: Place; myName: string }) {
  const t = useText()
  const kinds = contest.rules.mayEnter.filter((kind) =>
    kind === 'unit' ? place.units.length > 0 : place.own !== null,
  )
  if (kinds.length === 0) return <NotAMember />
  if (contest.rules.categories.every(({ id }) => place.entered.some(({ category }) => category === id)))
    return (
      <EmptyState
        kind="done"
        title={t(messages.allEnteredTitle)}
        actions={
          <LinkButton variant="primary" href="/entries">
            {t(messages.seeEntries)}
          </LinkButton>
        }
      >
        {t(messages.allEntered)}
      </EmptyState>
    )
  return <EnterForm contest={contest} place={place} kinds={kinds} myName={myName} />
}
