import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { review } from '../contract.ts'

export type Case = OutputOf<typeof review.getCase>

/** One case; parts of a page that ask for the same one share the answer. */
export const useCase = (caseId: string) => useAnswer(review.getCase, { id: caseId })

/** Modules whose answers a move in this case may change: the desk's list, and the programme's own. */
export const touchedBy = ({ procedure }: Case): string[] => [
  'work',
  'notifications',
  procedure.split('.')[0]!,
]
