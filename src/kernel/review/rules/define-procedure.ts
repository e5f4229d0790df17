import type { Draft, Move, Procedure, State } from './procedure.ts'

/** The word under which the timeline keeps the first action. */
export const OPENING = 'open'

/**
 * Checks a procedure when it is declared, so that no case can be stuck in it. Throws one Error that names every
 * fault: unknown states, states that nothing leads to, dead ends, a decision that the proposer could make.
 */
export function defineProcedure<const S extends string>(draft: Draft<S>): Procedure {
  const faults = faultsOf(draft as Draft<string>)
  if (faults.length > 0)
    throw new Error(`procedure ${draft.id} is not sound:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
  return { ...(draft as Draft<string>), isChecked: true }
}

export function faultsOf(draft: Draft<string>): string[] {
  const unknown = unknownNames(draft)
  // Without its states a graph says nothing more.
  if (unknown.length > 0) return unknown
  return [
    ...draft.moves.flatMap((move) => faultsOfMove(draft, move)),
    ...doubledMoves(draft),
    ...unreachable(draft),
    ...deadEnds(draft),
    ...Object.entries(draft.states).flatMap(([id, state]) => faultsOfState(id, state)),
  ]
}

function unknownNames({ id, initial, states, moves }: Draft<string>): string[] {
  const known = (state: string) => Object.hasOwn(states, state)
  return [
    ...(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(id) ? [] : [`its id is not <module>.<procedure>`]),
    ...(known(initial) ? [] : [`it begins in an unknown state “${initial}”`]),
    ...Object.keys(states)
      .filter((state) => !NAME.test(state))
      .map((state) => `“${state}” is no name for a state: lower case and hyphens`),
    ...moves.flatMap((move) =>
      [...move.from, move.to]
        .filter((state) => !known(state))
        .map((state) => `move “${move.id}” names an unknown state “${state}”`),
    ),
  ]
}

const NAME = /^[a-z][a-z0-9-]*$/

function faultsOfMove(draft: Draft<string>, move: Move): string[] {
  const faults: string[] = []
  const fault = (text: string) => faults.push(`move “${move.id}” ${text}`)
  if (!NAME.test(move.id)) fault('has no good name: lower case and hyphens')
  if (move.id === OPENING) fault('has the name of the first action')
  if (move.from.length === 0) fault('starts nowhere')
  for (const state of move.from) {
    if (isTerminal(draft, state) && move.dispute === undefined) fault(`leaves the ended state “${state}”`)
    if (!isTerminal(draft, state) && move.dispute !== undefined) fault(`disputes “${state}”, which is no end`)
  }
  if (move.dispute !== undefined && move.who !== 'applicant')
    fault('is a dispute that is not the applicant’s')
  if (move.dispute !== undefined && Object.keys(move.dispute.grounds).length === 0) fault('names no ground')
  if (isDecision(draft, move) && move.notBy?.includes('proposer') !== true)
    fault(`decides, and the proposer could make it: add notBy: ['proposer']`)
  if (move.afterNotice === true && !followsNotice(draft, move)) fault('waits for a notice that nothing opens')
  return faults
}

const isTerminal = (draft: Draft<string>, state: string) => draft.states[state]?.terminal !== undefined

/** An officer's move that ends a case one way or the other. */
function isDecision(draft: Draft<string>, move: Move): boolean {
  const end = draft.states[move.to]?.terminal
  return typeof move.who === 'object' && (end === 'granted' || end === 'refused')
}

function followsNotice(draft: Draft<string>, move: Move): boolean {
  const opened = draft.moves.filter(({ opensNotice }) => opensNotice !== undefined).map(({ to }) => to)
  const reached = reachableFrom(draft, opened)
  return move.from.every((state) => reached.has(state))
}

function doubledMoves({ moves }: Draft<string>): string[] {
  const seen = new Set<string>()
  return moves.flatMap((move) =>
    move.from.flatMap((state) => {
      const key = `${move.id} ${state}`
      if (!seen.has(key)) return (seen.add(key), [])
      return [`two moves “${move.id}” start in “${state}”`]
    }),
  )
}

function unreachable(draft: Draft<string>): string[] {
  const reached = reachableFrom(draft, [draft.initial])
  return Object.keys(draft.states)
    .filter((state) => !reached.has(state))
    .map((state) => `nothing leads to “${state}”`)
}

function reachableFrom({ moves }: Draft<string>, starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set(starts)
  for (const state of reached) for (const move of moves) if (move.from.includes(state)) reached.add(move.to)
  return reached
}

/** Every state that is no end must lead to one. */
function deadEnds(draft: Draft<string>): string[] {
  return Object.keys(draft.states)
    .filter((state) => ![...reachableFrom(draft, [state])].some((end) => isTerminal(draft, end)))
    .map((state) => `from “${state}” no end is reached`)
}

function faultsOfState(id: string, state: State): string[] {
  const faults: string[] = []
  if (state.terminal !== undefined && (state.deadline ?? state.waitsFor) !== undefined)
    faults.push(`the ended state “${id}” waits for somebody`)
  if (state.risesAfter !== undefined && state.deadline === undefined)
    faults.push(`“${id}” rises to the level above without a deadline`)
  return faults
}
