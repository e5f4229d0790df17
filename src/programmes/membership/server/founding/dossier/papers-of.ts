import type { DossierDocument } from '../../../shapes-founding.ts'

/** Which papers can be made at a state: a reply only once it was decided, a result only once one was reported. */
export function papersOf(state: string, isElected: boolean): DossierDocument[] {
  const isApproved = ['preparing', 'result-checking', 'result-returned', 'registered'].includes(state)
  return [
    'request',
    ...(isApproved ? (['preparation-reply', 'roster'] as const) : []),
    ...(isElected ? (['result', 'committee'] as const) : []),
    ...(state === 'registered' ? (['election-reply'] as const) : []),
  ]
}
