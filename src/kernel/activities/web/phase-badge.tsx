import type { ActivityPhase } from '../shapes.ts'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages, phaseWords } from './messages.ts'

const statuses: Record<ActivityPhase, Status> = {
  announced: 'info',
  open: 'good',
  closed: 'quiet',
  'under-way': 'good',
  over: 'quiet',
  cancelled: 'bad',
}

type PhaseBadgeProps = {
  readonly activity: {
    readonly phase: ActivityPhase
    readonly capacity: number | null
    readonly signedUp: number
  }
}

/** Whether one can go: open to sign-ups is said differently where only the waiting list is open. */
export function PhaseBadge({ activity: { phase, capacity, signedUp } }: PhaseBadgeProps) {
  const t = useText()
  if (phase === 'open' && capacity !== null && signedUp >= capacity)
    return <StatusBadge status="warn">{t(messages.waitOnly)}</StatusBadge>
  return <StatusBadge status={statuses[phase]}>{t(phaseWords[phase])}</StatusBadge>
}
