import { cityDay } from '#platform/city-time.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { timelinessOf } from '../../../rules/round-days.ts'
import type { RoundRules } from '../../types.ts'
import { staffMessages as messages } from '../messages.ts'

type PlannedDaysProps = {
  readonly judging: RoundRules['judging']
  readonly state: 'to-come' | 'judging'
}

/** When the rules say that a round is judged, and whether it is late. */
export function PlannedDays({ judging, state }: PlannedDaysProps) {
  const t = useText()
  const format = useFormat()
  if (judging === null) return null
  const timeliness = timelinessOf(judging, state, cityDay(new Date()))
  const isLate = timeliness === 'late-to-begin' || timeliness === 'late-to-end'
  return (
    <p className="ui-row">
      <span>
        {t(messages.planned, { from: format.date(judging.from), until: format.date(judging.until) })}
      </span>
      {timeliness === 'not-yet' && <StatusBadge status="quiet">{t(messages['not-yet'])}</StatusBadge>}
      {isLate && <StatusBadge status="warn">{t(messages[timeliness])}</StatusBadge>}
    </p>
  )
}
