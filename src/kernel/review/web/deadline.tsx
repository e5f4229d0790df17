import type { OutputOf } from '#platform/contract.ts'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { review } from '../contract.ts'
import { messages } from './messages.ts'
import type { Case } from './use-case.ts'

type Deadline = NonNullable<OutputOf<typeof review.listCases>['rows'][number]['deadline']>
type Counting = NonNullable<Case['counting']>

type BadgeProps = {
  deadline: Deadline | null
  /** Where no column's head says what the day is. */
  standsAlone?: boolean
}

/** Until when, as a list shows it. */
export function DeadlineBadge({ deadline, standsAlone = false }: BadgeProps) {
  const t = useText()
  const format = useFormat()
  if (deadline === null) return <span>{t(messages.noDeadline)}</span>
  const date = format.date(deadline.dueOn, 'numeric')
  const day = standsAlone ? t(messages.dueOn, { day: date }) : date
  if (deadline.isLate) return <StatusBadge status="bad">{`${day} ${t(messages.lateToday)}`}</StatusBadge>
  return <StatusBadge status={deadline.beyondPublished ? 'warn' : 'info'}>{day}</StatusBadge>
}

/** Until when, and how many working days are left. */
export function DeadlineFact({ deadline, counting }: Pick<Case, 'deadline' | 'counting'>) {
  const t = useText()
  if (deadline === null || counting === null) return <span>{t(messages.noDeadline)}</span>
  return (
    <span>
      <DeadlineBadge deadline={deadline} /> {leftText(t, deadline, counting)}
    </span>
  )
}

/** How the deadline came about, for whoever doubts it; nothing where there is none. */
export function DeadlineCounting({ deadline, counting }: Pick<Case, 'deadline' | 'counting'>) {
  const t = useText()
  if (deadline === null || counting === null) return null
  return (
    <Disclosure title={t(messages.howCounted)}>
      <CountingText counting={counting} until={deadline.dueOn} beyondPublished={deadline.beyondPublished} />
    </Disclosure>
  )
}

function leftText(t: Translate, { isLate }: Deadline, { workingDaysLeft }: Counting): string {
  if (isLate && workingDaysLeft < 0) return t(messages.late, { days: -workingDaysLeft })
  if (isLate) return ''
  return workingDaysLeft === 0 ? t(messages.dueToday) : t(messages.left, { days: workingDaysLeft })
}

type CountingProps = { counting: Counting; until: string; beyondPublished: boolean }

/** The count in words, with each special day by its name, so that anybody can do it again. */
export function CountingText({ counting, until, beyondPublished }: CountingProps) {
  const t = useText()
  const format = useFormat()
  const span = { from: format.date(counting.from), until: format.date(until) }
  const named = (days: Counting['daysOff']) =>
    days.map(({ day, name }) => `${format.date(day, 'short')} ${t(name)}`).join('、')
  return (
    <div className="ui-stack">
      <p>
        {counting.workingDays === null
          ? t(messages.countedDays, { ...span, days: counting.days ?? 0 })
          : t(messages.countedWorking, { ...span, days: counting.workingDays })}
      </p>
      {counting.daysOff.length > 0 && <p>{t(messages.daysOff, { list: named(counting.daysOff) })}</p>}
      {counting.makeUpDays.length > 0 && (
        <p>{t(messages.makeUpDays, { list: named(counting.makeUpDays) })}</p>
      )}
      {beyondPublished && <p>{t(messages.beyondPublished)}</p>}
    </div>
  )
}
