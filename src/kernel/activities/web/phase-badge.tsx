import type { ActivityPhase } from '../shapes.ts'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { phaseWords } from './messages.ts'

const statuses: Record<ActivityPhase, Status> = {
  announced: 'info',
  open: 'good',
  closed: 'quiet',
  'under-way': 'good',
  over: 'quiet',
  cancelled: 'bad',
}

export function PhaseBadge({ phase }: { phase: ActivityPhase }) {
  const t = useText()
  return <StatusBadge status={statuses[phase]}>{t(phaseWords[phase])}</StatusBadge>
}
