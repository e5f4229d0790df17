import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { garden } from '../server/testing/procedure.ts'
import { OPENING } from './define-procedure.ts'
import {
  allowedMoves,
  findMove,
  noticeStillStands,
  permissionsOf,
  type CasePosition,
  type Standpoint,
} from './moves.ts'
import type { Move } from './procedure.ts'
import { replay, type Made } from './replay.ts'

const everything = permissionsOf(garden)

const standpoint = (over: Partial<Standpoint> = {}): Standpoint => ({
  isApplicant: false,
  isProposer: false,
  isEarlierActor: false,
  isSystem: false,
  permissions: new Set(),
  ...over,
})

const position = (state: string, over: Partial<CasePosition> = {}): CasePosition => ({
  state,
  noticeCompleted: true,
  noticeRunning: false,
  disputeOpen: () => true,
  usedGrounds: new Set(),
  ...over,
})

type Person = { readonly isApplicant: boolean; readonly isProposer: boolean; readonly holds: boolean }

const persons: readonly Person[] = [
  { isApplicant: true, isProposer: true, holds: false },
  // An officer who applied for themselves, and one who filed it for somebody: both hold everything.
  { isApplicant: true, isProposer: false, holds: true },
  { isApplicant: false, isProposer: true, holds: true },
  { isApplicant: false, isProposer: false, holds: true },
  { isApplicant: false, isProposer: false, holds: true },
]

/** Walks through the procedure: at each step one of the persons makes one of the moves open to them. */
function walk(choices: readonly [number, number, boolean][]) {
  let state = garden.initial as string
  const actions: (Made & { by: number; declared?: Move })[] = [
    { no: 1, move: OPENING, fromState: null, toState: state, by: 0 },
  ]
  for (const [who, which, noticeCompleted] of choices) {
    const index = who % persons.length
    const { holds, ...party } = persons[index]!
    const caller = standpoint({
      ...party,
      isEarlierActor: actions.some(({ by }) => by === index),
      permissions: holds ? everything : new Set(),
    })
    const open = allowedMoves(garden, position(state, { noticeCompleted }), caller)
    const move = open[which % Math.max(1, open.length)]
    if (move === undefined) continue
    actions.push({
      no: actions.length + 1,
      move: move.id,
      fromState: state,
      toState: move.to,
      by: index,
      declared: move,
    })
    state = move.to
  }
  return { state, actions }
}

const choices = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.boolean()), { maxLength: 40 })

describe('any sequence of allowed moves', () => {
  test('replays to the state that it came to', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const { state, actions } = walk(chosen)
        expect(replay(garden, actions)).toBe(state)
      }),
    )
  })

  test('never lets whoever applied or proposed decide, nor an earlier actor where that is excluded', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const { actions } = walk(chosen)
        for (const [index, { by, declared, toState }] of actions.entries()) {
          if (declared === undefined) continue
          const { isApplicant, isProposer } = persons[by]!
          const isEnd = ['granted', 'refused'].includes(garden.states[toState]?.terminal ?? '')
          if (isEnd || declared.notBy?.includes('proposer')) expect(isApplicant || isProposer).toBe(false)
          if (declared.notBy?.includes('any-earlier-actor'))
            expect(actions.slice(0, index).some((earlier) => earlier.by === by)).toBe(false)
        }
      }),
    )
  })

  test('no longer replays once an action is left out, put elsewhere or not declared', () => {
    const { actions } = walk([
      [4, 0, true],
      [3, 0, true],
    ])
    expect(actions.length).toBe(3)
    const [first, second, third] = [actions[0]!, actions[1]!, actions[2]!]
    expect(() => replay(garden, [first, third])).toThrow('is not number 2')
    expect(() => replay(garden, [first, { ...second, fromState: 'returned' }, third])).toThrow(
      'starts in returned',
    )
    expect(() => replay(garden, [first, { ...second, move: 'grant' }])).toThrow('is no move of the procedure')
    expect(() => replay(garden, [])).toThrow('at least its first action')
  })
})

describe('a move', () => {
  const officer = standpoint({ permissions: everything })

  test('waits for the end of the notice', () => {
    const grant = (over: Partial<CasePosition>) =>
      findMove(garden, position('published', over), officer, 'grant')
    expect(grant({ noticeCompleted: true }).obstacle).toBeUndefined()
    expect(grant({ noticeCompleted: false, noticeRunning: true }).obstacle).toBe('notice-running')
    expect(grant({ noticeCompleted: false }).obstacle).toBe('notice-missing')
  })

  test('is the applicant’s alone where it is theirs', () => {
    expect(findMove(garden, position('at-county'), officer, 'withdraw').obstacle).toBe('not-your-turn')
    const applicant = standpoint({ isApplicant: true })
    expect(findMove(garden, position('at-county'), applicant, 'withdraw').obstacle).toBeUndefined()
  })

  test('that disputes needs a ground that is left and days that are not over', () => {
    const applicant = standpoint({ isApplicant: true })
    const dispute = (over: Partial<CasePosition>) =>
      findMove(garden, position('refused', over), applicant, 'dispute').obstacle
    expect(dispute({})).toBeUndefined()
    expect(dispute({ disputeOpen: () => false })).toBe('dispute-over')
    expect(dispute({ usedGrounds: new Set(['facts', 'procedure']) })).toBe('grounds-used')
  })

  test('rests on no notice from before the case went back', () => {
    const published = [
      { no: 1, toState: 'at-county' },
      { no: 2, toState: 'published' },
    ]
    expect(noticeStillStands(garden, 2, published)).toBe(true)
    expect(noticeStillStands(garden, 2, [...published, { no: 3, toState: 'refused' }])).toBe(true)
    expect(noticeStillStands(garden, 2, [...published, { no: 3, toState: 'at-county' }])).toBe(false)
  })
})
