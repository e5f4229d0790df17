import { describe, expect, test } from 'vitest'
import { allowedMoves, permissionsOf, type Standpoint } from './moves.ts'
import { twoPersonProcedure, type TwoPersonDraft } from './two-person-procedure.ts'

const draft: TwoPersonDraft = {
  id: 'garden.felling',
  title: { zh: '伐树', en: 'Felling a tree' },
  decidedBy: 'garden.decide',
  waiting: { state: 'asked', title: { zh: '等待决定', en: 'To be decided' }, deadline: { workingDays: 2 } },
  agree: {
    move: 'agree',
    title: { zh: '同意', en: 'Agree' },
    to: 'agreed',
    toTitle: { zh: '已同意', en: 'Agreed' },
  },
  refuse: {
    move: 'refuse',
    title: { zh: '不同意', en: 'Refuse' },
    to: 'refused',
    toTitle: { zh: '未同意', en: 'Refused' },
  },
  readableBy: ['garden.read'],
}

const felling = twoPersonProcedure(draft)

/** What somebody may do about it: by default whoever decides, and neither proposed it nor moved it. */
const may = (state: string, over: Partial<Standpoint> = {}) =>
  allowedMoves(
    felling,
    {
      state,
      noticeCompleted: false,
      noticeRunning: false,
      disputeOpen: () => false,
      usedGrounds: new Set(),
    },
    {
      isApplicant: false,
      isProposer: false,
      isEarlierActor: false,
      isSystem: false,
      permissions: new Set(['garden.decide']),
      ...over,
    },
  ).map(({ id }) => id)

describe('one proposes, another decides', () => {
  test('whoever decides agrees or refuses, once, and says why they refuse', () => {
    expect(may('asked')).toEqual(['agree', 'refuse'])
    expect(['agreed', 'refused'].map((state) => may(state))).toEqual([[], []])
    expect(felling.moves.map(({ to, needsReason }) => [to, needsReason])).toEqual([
      ['agreed', false],
      ['refused', true],
    ])
    expect(Object.values(felling.states).map(({ terminal }) => terminal)).toEqual([
      undefined,
      'granted',
      'refused',
    ])
  })

  test('nobody decides what they proposed or applied for, nor without the permission', () => {
    expect(may('asked', { isProposer: true })).toEqual([])
    expect(may('asked', { isApplicant: true })).toEqual([])
    expect(may('asked', { permissions: new Set(['garden.read']) })).toEqual([])
  })

  test('it waits for whoever decides, as long as it says; readers read and do nothing', () => {
    expect(felling.states['asked']).toMatchObject({ waitsFor: 'garden.decide', deadline: { workingDays: 2 } })
    expect(permissionsOf(felling)).toEqual(new Set(['garden.decide', 'garden.read']))
  })

  test('agreeing may ask for a reason too', () => {
    const careful = twoPersonProcedure({ ...draft, agree: { ...draft.agree, needsReason: true } })
    expect(careful.moves.map(({ needsReason }) => needsReason)).toEqual([true, true])
  })

  test.each([
    ['two states of one name', { refuse: { ...draft.refuse, to: 'agreed' } }, 'no three names'],
    ['two buttons of one name', { refuse: { ...draft.refuse, move: 'agree' } }, 'two moves “agree”'],
    ['a bad id', { id: 'felling' }, 'not <module>.<procedure>'],
  ])('%s is refused when it is declared', (_what, over, said) => {
    expect(() => twoPersonProcedure({ ...draft, ...over })).toThrow(said)
  })
})
