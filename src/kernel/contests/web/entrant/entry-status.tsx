import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { entryMessages } from './entry-messages.ts'

type EntryStatusProps = {
  readonly state: 'submitted' | 'withdrawn'
  readonly isDisqualified: boolean
  readonly awardName?: string | null
}

/** Where an entry stands, the best news first. */
export function EntryStatus({ state, isDisqualified, awardName }: EntryStatusProps) {
  const t = useText()
  if (awardName) return <StatusBadge status="good">{awardName}</StatusBadge>
  if (isDisqualified) return <StatusBadge status="bad">{t(entryMessages.disqualified)}</StatusBadge>
  if (state === 'withdrawn') return <StatusBadge status="quiet">{t(entryMessages.withdrawn)}</StatusBadge>
  return <StatusBadge status="info">{t(entryMessages.submitted)}</StatusBadge>
}
