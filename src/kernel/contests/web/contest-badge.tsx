import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'
import type { ContestRow } from './types.ts'

const statuses = {
  draft: 'quiet',
  coming: 'info',
  entering: 'good',
  judging: 'info',
  ended: 'quiet',
} as const satisfies Record<string, Status>

type Dated = Pick<ContestRow, 'state' | 'entriesFrom' | 'entriesUntil'>

/** Where a contest stands for whoever reads it: an open one is still to come, takes entries or is being judged. */
export function stageOf(
  { state, entriesFrom, entriesUntil }: Dated,
  now = Date.now(),
): keyof typeof statuses {
  if (state !== 'open') return state
  if (now < new Date(entriesFrom).getTime()) return 'coming'
  return now <= new Date(entriesUntil).getTime() ? 'entering' : 'judging'
}

export function ContestBadge({ contest }: { readonly contest: Dated }) {
  const t = useText()
  const stage = stageOf(contest)
  return <StatusBadge status={statuses[stage]}>{t(messages[stage])}</StatusBadge>
}
