import type { Draft, Move, Procedure } from './procedure.ts'

/** What the caller is to a case; the server finds it out, the rules decide by it. */
export type Standpoint = {
  readonly isApplicant: boolean
  readonly isProposer: boolean
  readonly isEarlierActor: boolean
  readonly isSystem: boolean
  /** Held at the case's unit or above. */
  readonly permissions: ReadonlySet<string>
}

export type CasePosition = {
  readonly state: string
  /** The latest notice ran its course and every objection was answered. */
  readonly noticeCompleted: boolean
  readonly noticeRunning: boolean
  /** The last day on which an ended case may be disputed, move by move, is not over. */
  readonly disputeOpen: (move: Move) => boolean
  readonly usedGrounds: ReadonlySet<string>
}

/** Why a move is not to be made. */
export type Obstacle =
  | 'unknown-move'
  | 'not-from-here'
  | 'not-your-turn'
  | 'own-proposal'
  | 'earlier-actor'
  | 'notice-running'
  | 'notice-missing'
  | 'dispute-over'
  | 'grounds-used'

/** The moves that may be made from here by this caller: the buttons of a page and the answer of `act` alike. */
export function allowedMoves(procedure: Procedure, at: CasePosition, caller: Standpoint): readonly Move[] {
  return procedure.moves.filter((move) => obstacleTo(move, at, caller) === undefined)
}

/** The move of this name from here, or why there is none. Each name starts once from a state. */
export function findMove(procedure: Procedure, at: CasePosition, caller: Standpoint, id: string) {
  const named = procedure.moves.filter((move) => move.id === id)
  const move = named.find(({ from }) => from.includes(at.state))
  if (move === undefined)
    return { obstacle: named.length === 0 ? 'unknown-move' : 'not-from-here' } satisfies {
      obstacle: Obstacle
    }
  return { move, obstacle: obstacleTo(move, at, caller) }
}

export function obstacleTo(move: Move, at: CasePosition, caller: Standpoint): Obstacle | undefined {
  if (!move.from.includes(at.state)) return 'not-from-here'
  if (!isTurnOf(move, caller)) return 'not-your-turn'
  if (move.notBy?.includes('proposer') && (caller.isProposer || caller.isApplicant)) return 'own-proposal'
  if (move.notBy?.includes('any-earlier-actor') && caller.isEarlierActor) return 'earlier-actor'
  return obstacleOfNotice(move, at) ?? obstacleOfDispute(move, at)
}

function isTurnOf({ who }: Move, caller: Standpoint): boolean {
  if (who === 'applicant') return caller.isApplicant
  if (who === 'system') return caller.isSystem
  return caller.permissions.has(who.permission)
}

function obstacleOfNotice(move: Move, at: CasePosition): Obstacle | undefined {
  if (move.opensNotice !== undefined && at.noticeRunning) return 'notice-running'
  if (move.afterNotice !== true || at.noticeCompleted) return undefined
  return at.noticeRunning ? 'notice-running' : 'notice-missing'
}

function obstacleOfDispute(move: Move, at: CasePosition): Obstacle | undefined {
  if (move.dispute === undefined) return undefined
  if (!at.disputeOpen(move)) return 'dispute-over'
  return groundsLeft(move, at.usedGrounds).length === 0 ? 'grounds-used' : undefined
}

export const groundsLeft = (move: Move, used: ReadonlySet<string>): string[] =>
  Object.keys(move.dispute?.grounds ?? {}).filter((ground) => !used.has(ground))

/** Every permission that a procedure names: whoever must approve a thing may read it. */
export function permissionsOf(
  procedure: Pick<Draft<string>, 'moves' | 'states' | 'readableBy'>,
): Set<string> {
  const ofMoves = procedure.moves.flatMap(({ who }) => (typeof who === 'object' ? [who.permission] : []))
  const ofStates = Object.values(procedure.states).flatMap(({ waitsFor }) => permissionIn(waitsFor) ?? [])
  return new Set([...ofMoves, ...ofStates, ...(procedure.readableBy ?? [])])
}

/** The permission that a state waits for; undefined where it waits for the applicant, the system or nobody. */
export const permissionIn = (waitsFor: string | undefined): string | undefined =>
  waitsFor === undefined || waitsFor === 'applicant' || waitsFor === 'system' ? undefined : waitsFor

type Step = { readonly no: number; readonly toState: string }

/**
 * Whether a notice opened by action `openedBy` still stands for the case: once the case has gone back to where a
 * notice is yet to be opened, what was published before says nothing about what will be decided.
 */
export function noticeStillStands(
  { moves }: Pick<Draft<string>, 'moves'>,
  openedBy: number,
  actions: readonly Step[],
): boolean {
  const before = new Set(
    moves.filter(({ opensNotice }) => opensNotice !== undefined).flatMap(({ from }) => from),
  )
  return !actions.some(({ no, toState }) => no > openedBy && before.has(toState))
}
