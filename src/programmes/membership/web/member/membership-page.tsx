import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { SignInState } from '#ui/states/sign-in-state.tsx'
import { membership } from '../../contract.ts'
import { ApplicationCard } from './application-card.tsx'
import { EndingCard } from './ending-card.tsx'
import { HistoryCard } from './history-card.tsx'
import { StandingCard } from './standing-card.tsx'
import { situationMessages } from './situation-messages.ts'
import { TransferCard } from './transfer-card.tsx'
import './member.css'

const ASKED_EVERY_SECONDS = 60

/** One's own membership: what it is, what is under way and with whom, what came before. */
export default function MembershipPage() {
  const t = useText()
  const me = useMe()
  return (
    <MemberPage title={t(situationMessages.title)} backHref="/me">
      <Answered to={me} label={t(situationMessages.loading)}>
        {({ signedIn, person }) =>
          !signedIn ? (
            <SignInState>{t(situationMessages.signInText)}</SignInState>
          ) : person === null ? (
            <Applicant />
          ) : (
            <Member />
          )
        }
      </Answered>
    </MemberPage>
  )
}

/** A phone behind which nobody is known yet: perhaps they have applied. */
function Applicant() {
  const t = useText()
  const mine = useAnswer(membership.myJoining, {}, { everySeconds: ASKED_EVERY_SECONDS })
  return (
    <Answered to={mine} label={t(situationMessages.loading)}>
      {({ application }) =>
        application === null ? <NotYet /> : <ApplicationCard application={application} />
      }
    </Answered>
  )
}

function NotYet() {
  const t = useText()
  return (
    <EmptyState
      title={t(situationMessages.noneTitle)}
      actions={
        <LinkButton variant="primary" href="/join">
          {t(situationMessages.join)}
        </LinkButton>
      }
    >
      {t(situationMessages.none)}
    </EmptyState>
  )
}

function Member() {
  const t = useText()
  const every = { everySeconds: ASKED_EVERY_SECONDS }
  const situation = useAnswer(membership.mySituation, {}, every)
  const application = useAnswer(membership.myJoining, {}, every).data?.application ?? null
  const transfer = useAnswer(membership.myTransfer, {}, every).data?.transfer ?? null
  return (
    <Answered to={situation} label={t(situationMessages.loading)}>
      {({ current, earlier, ending, ...rest }) => (
        <>
          {ending !== null && <EndingCard ending={ending} />}
          {application !== null && application.state !== 'admitted' && (
            <ApplicationCard application={application} />
          )}
          {transfer !== null && <TransferCard transfer={transfer} />}
          {current === null ? (
            application === null && <NotYet />
          ) : (
            <StandingCard current={current} {...rest} isMoving={transfer?.state === 'open'} />
          )}
          <HistoryCard lines={earlier} />
        </>
      )}
    </Answered>
  )
}
