import type { OutputOf } from '#platform/contract.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import type { Translate } from '#ui/i18n/language.tsx'
import type { activities } from '../contract.ts'
import { messages } from './messages.ts'

export type Mine = NonNullable<OutputOf<typeof activities.getActivity>['mine']>

const statuses = { seated: 'good', waiting: 'warn', withdrawn: 'quiet' } as const

/** Where somebody stands with an activity, in a word. */
export function StandingBadge({ mine, t }: { mine: Pick<Mine, 'standing' | 'position'>; t: Translate }) {
  return (
    <StatusBadge status={statuses[mine.standing]}>
      {t(messages[mine.standing], { position: mine.position ?? 0 })}
    </StatusBadge>
  )
}
