import { OPENING } from './define-procedure.ts'
import type { Procedure } from './procedure.ts'

export type Made = {
  readonly no: number
  readonly move: string
  readonly fromState: string | null
  readonly toState: string
}

/** The state that a case's actions come to. Throws where they are no walk through the procedure. */
export function replay(procedure: Procedure, actions: readonly Made[]): string {
  let state: string | null = null
  for (const [index, action] of actions.entries()) {
    if (action.no !== index + 1) throw broken(action, `is not number ${index + 1}`)
    if (action.fromState !== state) throw broken(action, `starts in ${action.fromState}, not in ${state}`)
    if (!isDeclared(procedure, action)) throw broken(action, 'is no move of the procedure')
    state = action.toState
  }
  if (state === null) throw new Error('a case has at least its first action')
  return state
}

function isDeclared(procedure: Procedure, { move, fromState, toState }: Made): boolean {
  if (fromState === null) return move === OPENING && toState === procedure.initial
  return procedure.moves.some(({ id, from, to }) => id === move && from.includes(fromState) && to === toState)
}

const broken = (action: Made, why: string) => new Error(`action ${action.no} (${action.move}) ${why}`)
