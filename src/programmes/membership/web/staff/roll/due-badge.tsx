import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { rollMessages } from './messages.ts'

type DueBadgeProps = { readonly dueOn: string | null; readonly isLate: boolean; readonly risen: boolean }

/** Until when; that it is late, or that the level above sees it too, comes first. */
export function DueBadge({ dueOn, isLate, risen }: DueBadgeProps) {
  const t = useText()
  const format = useFormat()
  if (dueOn === null) return null
  const day = format.date(dueOn, 'numeric')
  if (risen) return <StatusBadge status="bad">{`${day} ${t(rollMessages.risen)}`}</StatusBadge>
  if (isLate) return <StatusBadge status="bad">{t(rollMessages.late, { day })}</StatusBadge>
  return <span>{day}</span>
}
