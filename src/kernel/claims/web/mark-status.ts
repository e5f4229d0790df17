import type { Status } from '#ui/data/status-badge.tsx'
import type { Mark } from '../rules/drafts/finding.ts'
import type { Verdict } from '../rules/relations/said.ts'

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

/** Of a claim, which is not accused where nothing records it. */
export const verdictStatus: Readonly<Record<Verdict, Status>> = {
  agrees: 'good',
  rounds: 'info',
  'out-of-date': 'warn',
  contradicts: 'bad',
  'cannot-be-checked': 'quiet',
}
