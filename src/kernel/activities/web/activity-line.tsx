import type { OutputOf } from '#platform/contract.ts'
import { ListItem } from '#ui/data/list-item.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { activities } from '../contract.ts'
import { PhaseBadge } from './phase-badge.tsx'
import { StandingBadge, type Mine } from './standing-badge.tsx'
import { spanText } from './time-span.ts'

type Row = OutputOf<typeof activities.listActivities>['rows'][number]

/** One activity in a list: whether one can go, then what it is, when and where. */
export function ActivityLine({ activity, mine }: { activity: Row; mine?: Mine }) {
  const format = useFormat()
  const t = useText()
  const isOff = activity.phase === 'cancelled' || mine === undefined
  return (
    <ListItem
      href={`/activities/${activity.id}`}
      answer={isOff ? <PhaseBadge activity={activity} /> : <StandingBadge mine={mine} t={t} />}
      title={activity.title}
      note={
        <>
          {spanText(format, activity.startsAt, activity.endsAt)}
          <br />
          {activity.place}
        </>
      }
    />
  )
}
