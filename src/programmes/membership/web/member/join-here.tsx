import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Stepper } from '#ui/controls/stepper.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useLinks } from '#ui/links/link.tsx'
import { signInAddress } from '#ui/links/sign-in-address.ts'
import { Answered } from '#ui/states/answered.tsx'
import { membership } from '../../contract.ts'
import { JoinForm } from './join-form.tsx'
import { messages } from './messages.ts'
import type { MyJoining, Place } from '../types.ts'
import { PlaceWords } from './union-finder.tsx'

type JoinHereProps = {
  readonly place: Place
  readonly code?: string
  /** This page's own address, to come back to after signing in. */
  readonly here: string
}

/** One union, and what the person before it has to do: prove a phone, answer, wait; or move, or nothing at all. */
export function JoinHere({ place, code, here }: JoinHereProps) {
  const t = useText()
  const me = useMe()
  return (
    <>
      <section className="membership-union">
        <PlaceWords place={place} />
      </section>
      <Answered to={me}>
        {({ signedIn }) =>
          signedIn ? (
            <SignedIn place={place} {...(code !== undefined && { code })} />
          ) : (
            <>
              <JoinSteps current={0} />
              <p>{t(messages.joinLead)}</p>
              <p>{t(messages.provePhone)}</p>
              <LinkButton variant="primary" wide icon="phone" href={signInAddress(here)}>
                {t(messages.provePhoneButton)}
              </LinkButton>
              <LinkButton variant="quiet" wide href="/join">
                {t(messages.otherUnion)}
              </LinkButton>
            </>
          )
        }
      </Answered>
    </>
  )
}

export function JoinSteps({ current }: { current: number }) {
  const t = useText()
  return (
    <Stepper
      label={t(messages.steps)}
      steps={[t(messages.stepPhone), t(messages.stepFacts), t(messages.stepDone)]}
      current={current}
    />
  )
}

function SignedIn({ place, code }: { place: Place; code?: string }) {
  const mine = useAnswer(membership.myJoining, {})
  const { navigate } = useLinks()
  return (
    <Answered to={mine}>
      {(joining) => {
        if (joining.membership !== null) return <AlreadyMember place={place} mine={joining.membership} />
        if (isUnderWay(joining)) return <UnderWay />
        return (
          <>
            <JoinSteps current={1} />
            <JoinForm
              place={place}
              joining={joining}
              {...(code !== undefined && { code })}
              onSent={() => navigate('/membership')}
            />
          </>
        )
      }}
    </Answered>
  )
}

const isUnderWay = ({ application }: MyJoining) =>
  application !== null && ['checking', 'returned', 'second-look'].includes(application.state)

function UnderWay() {
  const t = useText()
  return (
    <Card title={t(messages.underWay)}>
      <LinkButton variant="primary" wide href="/membership">
        {t(messages.seeMembership)}
      </LinkButton>
    </Card>
  )
}

/** Told to whoever's identity was proved, and to nobody else. */
function AlreadyMember({ place, mine }: { place: Place; mine: NonNullable<MyJoining['membership']> }) {
  const t = useText()
  const isHere = mine.organisationId === place.organisationId
  return (
    <Card title={t(messages.memberAlready)}>
      <p>
        {isHere
          ? t(messages.memberAlreadyHere, { union: mine.organisationName })
          : t(messages.memberElsewhere, { union: mine.organisationName })}
      </p>
      <LinkButton
        variant="primary"
        wide
        href={isHere ? '/card' : `/membership/move?to=${place.organisationId}`}
      >
        {isHere ? t(messages.seeCard) : t(messages.askTransferHere, { union: place.name })}
      </LinkButton>
      <LinkButton wide href="/membership">
        {t(messages.seeMembership)}
      </LinkButton>
    </Card>
  )
}
