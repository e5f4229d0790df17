import { useParams } from '@tanstack/react-router'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { activities } from '../../contract.ts'
import { messages } from '../messages.ts'
import { PhaseBadge } from '../phase-badge.tsx'
import { StandingBadge } from '../standing-badge.tsx'
import { spanText } from '../time-span.ts'
import { SignUpFooter } from './sign-up-footer.tsx'

export type Activity = OutputOf<typeof activities.getActivity>

/** One activity: what, when, where, and under the thumb whether one goes. */
export default function ActivityPage() {
  const t = useText()
  const { id = '' } = useParams({ strict: false })
  const answer = useAnswer(activities.getActivity, { id }, { everySeconds: 60 })
  return (
    <MemberPage
      title={t(messages.title)}
      backHref="/activities"
      footer={answer.data && <SignUpFooter activity={answer.data} />}
    >
      <Answered to={answer}>{(activity) => <Facts activity={activity} />}</Answered>
    </MemberPage>
  )
}

function Facts({ activity }: { activity: Activity }) {
  const t = useText()
  const format = useFormat()
  const { mine, cancelReason } = activity
  return (
    <Card>
      <div className="ui-stack">
        <span className="ui-row">
          <PhaseBadge activity={activity} />
        </span>
        <h2>{activity.title}</h2>
        {activity.summary !== '' && <p>{activity.summary}</p>}
        {cancelReason !== null && <p role="status">{t(messages.cancelledWhy, { reason: cancelReason })}</p>}
        {mine !== null && cancelReason === null && <Standing mine={mine} />}
        <DescriptionList
          items={[
            { term: t(messages.when), value: spanText(format, activity.startsAt, activity.endsAt) },
            { term: t(messages.where), value: activity.place },
            { term: t(messages.organiser), value: activity.organisationName },
            { term: t(messages.seats), value: seatsText(t, activity) },
            {
              term: t(messages.signingUp),
              value: t(messages.signUpSpan, {
                from: format.dateTime(activity.signUpFrom),
                until: format.dateTime(activity.signUpUntil),
              }),
            },
          ]}
        />
      </div>
    </Card>
  )
}

function Standing({ mine }: { mine: NonNullable<Activity['mine']> }) {
  const t = useText()
  const format = useFormat()
  if (mine.checkedInAt !== null)
    return <p role="status">{t(messages.cameAt, { time: format.dateTime(mine.checkedInAt) })}</p>
  return (
    <div role="status">
      <StandingBadge mine={mine} t={t} />
      {mine.standing === 'seated' && <p>{t(messages.seatedText)}</p>}
      {mine.standing === 'waiting' && <p>{t(messages.waitingText)}</p>}
    </div>
  )
}

function seatsText(t: Translate, { capacity, seatsLeft, waiting }: Activity): string {
  if (capacity === null) return t(messages.seatsAny)
  if (seatsLeft !== null && seatsLeft > 0) return t(messages.seatsOf, { capacity, left: seatsLeft })
  return waiting > 0 ? t(messages.seatsWaiting, { capacity, waiting }) : t(messages.seatsFull, { capacity })
}
