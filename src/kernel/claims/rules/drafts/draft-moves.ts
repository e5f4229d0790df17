export type DraftState = 'writing' | 'handed-in' | 'discarded'
export type DraftMove = 'hand-in' | 'take-back' | 'send-back' | 'discard' | 'restore'

type Move = { readonly from: DraftState; readonly to: DraftState; readonly by: 'writing' | 'publishing' }

/** Which move leads where. Approving is none of them: it makes a publication, and leaves the draft handed in. */
export const DRAFT_MOVES: Readonly<Record<DraftMove, Move>> = {
  'hand-in': { from: 'writing', to: 'handed-in', by: 'writing' },
  'take-back': { from: 'handed-in', to: 'writing', by: 'writing' },
  'send-back': { from: 'handed-in', to: 'writing', by: 'publishing' },
  discard: { from: 'writing', to: 'discarded', by: 'writing' },
  restore: { from: 'discarded', to: 'writing', by: 'writing' },
}

export type Standing = {
  readonly mayWrite: boolean
  readonly mayPublish: boolean
  /** Wrote a word of it. */
  readonly isWriter: boolean
}

/** What somebody may do now. Whoever wrote takes back; only whoever did not write sends back. */
export function movesOpen(state: DraftState, { mayWrite, mayPublish, isWriter }: Standing): DraftMove[] {
  const moves = Object.keys(DRAFT_MOVES) as DraftMove[]
  return moves.filter((move) => {
    const { from, by } = DRAFT_MOVES[move]
    if (from !== state) return false
    return by === 'writing' ? mayWrite : mayPublish && !isWriter
  })
}
