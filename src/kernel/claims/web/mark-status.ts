import type { Status } from '#ui/data/status-badge.tsx'
import type { Mark } from '../rules/drafts/finding.ts'

/** How grave a mark is, in a draft and in print alike. */
export const markStatus: Readonly<Record<Mark, Status>> = {
  contradicts: 'bad',
  'wrong-unit': 'bad',
  parts: 'bad',
  'out-of-date': 'warn',
  'rate-without-terms': 'warn',
  'cannot-be-checked': 'warn',
  unbound: 'quiet',
  sourced: 'info',
  rounds: 'good',
  agrees: 'good',
}
