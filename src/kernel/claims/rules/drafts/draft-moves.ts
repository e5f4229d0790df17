export type DraftState = 'writing' | 'handed-in' | 'discarded' | 'published'
export type DraftMove = 'hand-in' | 'take-back' | 'send-back' | 'discard' | 'restore' | 'publish' | 'correct'

type Move = { readonly from: DraftState; readonly to: DraftState; readonly by: 'writing' | 'publishing' }

/** Which move leads where. A published text goes on as the draft of its correction; what was published stays. */
export const DRAFT_MOVES: Readonly<Record<DraftMove, Move>> = {
  'hand-in': { from: 'writing', to: 'handed-in', by: 'writing' },
  publish: { from: 'handed-in', to: 'published', by: 'publishing' },
  'take-back': { from: 'handed-in', to: 'writing', by: 'writing' },
  'send-back': { from: 'handed-in', to: 'writing', by: 'publishing' },
  discard: { from: 'writing', to: 'discarded', by: 'writing' },
  restore: { from: 'discarded', to: 'writing', by: 'writing' },
  correct: { from: 'published', to: 'writing', by: 'writing' },
}

export type Standing = {
  readonly mayWrite: boolean
  readonly mayPublish: boolean
  /** Wrote a word of it. */
  readonly isWriter: boolean
}

/** What somebody may do now. Whoever wrote takes back; only whoever did not write approves or sends back. */
export function movesOpen(state: DraftState, { mayWrite, mayPublish, isWriter }: Standing): DraftMove[] {
  const moves = Object.keys(DRAFT_MOVES) as DraftMove[]
  return moves.filter((move) => {
    const { from, by } = DRAFT_MOVES[move]
    if (from !== state) return false
    return by === 'writing' ? mayWrite : mayPublish && !isWriter
  })
}
