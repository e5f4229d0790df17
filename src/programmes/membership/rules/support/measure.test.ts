import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measure, mostFen, type Milestone, type MilestoneFacts } from './measure.ts'

const facts = (over: Partial<MilestoneFacts> = {}): MilestoneFacts => ({
  measuredOn: '2026-11-23',
  foundedOn: '2026-05-23',
  members: 40,
  newFormMembers: 30,
  ...over,
})

const perMember: Milestone = {
  id: 'members',
  kind: 'members',
  atLeast: 25,
  perMemberFen: 2_000,
  limitFen: 70_000,
  newFormOnly: true,
}

test.each([
  [24, false, 0],
  [25, true, 50_000],
  [35, true, 70_000],
  [36, true, 70_000],
])('%i members in new forms: reached %s, %i fen', (newFormMembers, isReached, amountFen) => {
  expect(measure(perMember, facts({ newFormMembers }))).toMatchObject({ isReached, amountFen })
})

test('half a year after the founding, not a day before', () => {
  const kept: Milestone = { id: 'kept', kind: 'kept', months: 6, atLeast: 20, amountFen: 100_000 }
  expect(measure(kept, facts())).toMatchObject({ isReached: true, notBefore: '2026-11-23' })
  expect(measure(kept, facts({ measuredOn: '2026-11-22' })).isReached).toBe(false)
  expect(measure(kept, facts({ members: 19 })).isReached).toBe(false)
  expect(measure(kept, facts({ foundedOn: null })).isReached).toBe(false)
})

test('nothing is due for a union that is not registered by that day', () => {
  const milestone: Milestone = { id: 'founded', kind: 'founded', amountFen: 200_000 }
  expect(measure(milestone, facts({ foundedOn: '2026-11-24' })).amountFen).toBe(0)
  expect(measure(milestone, facts({ foundedOn: '2026-11-23' })).amountFen).toBe(200_000)
})

test('no facts make a milestone worth more than the policy says', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (members, newFormMembers) => {
      const { amountFen } = measure(perMember, facts({ members, newFormMembers }))
      expect(amountFen).toBeLessThanOrEqual(mostFen([perMember]))
      expect(Number.isSafeInteger(amountFen)).toBe(true)
    }),
  )
})
