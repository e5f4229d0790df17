import { describe, expect, test } from 'vitest'
import { defineProcedure, faultsOf } from './define-procedure.ts'
import type { Draft, Move } from './procedure.ts'

describe('a procedure is refused when it is declared', () => {
  const title = { zh: '测试', en: 'Test' }
  const sound: Draft<string> = {
    id: 'garden.test',
    title,
    initial: 'a',
    states: { a: { title }, b: { title, terminal: 'granted' } },
    moves: [{ id: 'go', from: ['a'], to: 'b', title, who: 'applicant' }],
  }
  const move = (over: Partial<Move>): Move => ({
    id: 'other',
    from: ['a'],
    to: 'b',
    title,
    who: 'applicant',
    ...over,
  })
  const faults = (over: Partial<Draft<string>>) => faultsOf({ ...sound, ...over }).join('\n')
  const withMove = (over: Partial<Move>) => faults({ moves: [...sound.moves, move(over)] })

  test('and not where it is sound', () => {
    expect(faultsOf(sound)).toEqual([])
    expect(() => defineProcedure({ ...sound, initial: 'nowhere' })).toThrow(
      /procedure garden\.test is not sound:\n- it begins in an unknown state “nowhere”/,
    )
  })

  test.each([
    ['an unknown state', () => withMove({ to: 'c' }), 'names an unknown state “c”'],
    [
      'a state that nothing leads to',
      () => faults({ states: { ...sound.states, c: { title } } }),
      'nothing leads to “c”',
    ],
    [
      'a dead end',
      () => faults({ states: { ...sound.states, c: { title } }, moves: [...sound.moves, move({ to: 'c' })] }),
      'from “c” no end is reached',
    ],
    ['two moves of a name from one state', () => withMove({ id: 'go' }), 'two moves “go” start in “a”'],
    ['a move out of an end', () => withMove({ from: ['b'], to: 'a' }), 'leaves the ended state “b”'],
    ['a move from nowhere', () => withMove({ from: [] }), 'starts nowhere'],
    [
      'a decision that the proposer could make',
      () => withMove({ who: { permission: 'garden.decide' } }),
      'the proposer could make it',
    ],
    [
      'a move after a notice that nothing opens',
      () => withMove({ afterNotice: true }),
      'a notice that nothing opens',
    ],
    [
      'a dispute that is not the applicant’s',
      () =>
        withMove({
          from: ['b'],
          to: 'a',
          who: 'system',
          dispute: { within: { days: 1 }, grounds: { x: title } },
        }),
      'not the applicant’s',
    ],
    [
      'rising without a deadline',
      () => faults({ states: { ...sound.states, a: { title, risesAfter: { days: 1 } } } }),
      'without a deadline',
    ],
    ['a bad id', () => faults({ id: 'Garden' }), 'not <module>.<procedure>'],
  ])('%s', (_what, made, said) => {
    expect(made()).toContain(said)
  })
})
