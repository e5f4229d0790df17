import fc from 'fast-check'
import { expect, test } from 'vitest'
import { electionFaults } from './election.ts'

test.each([
  [30, 20, 16, []],
  [30, 19, 16, ['present']],
  [30, 20, 15, ['officers.0.votes']],
  [31, 21, 16, []],
  [31, 20, 16, ['present']],
  [30, 31, 16, ['present']],
  [30, 20, 21, ['officers.0.votes']],
])('%i entitled, %i present, %i votes', (entitled, present, votes, fields) => {
  expect(electionFaults({ entitled, present }, [{ name: '某人', votes }]).map(({ field }) => field)).toEqual(
    fields,
  )
})

test('whoever stands on an election that holds has a true majority of a true quorum', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), fc.nat(500), (entitled, present, votes) => {
      const holds = electionFaults({ entitled, present }, [{ name: '某人', votes }]).length === 0
      expect(holds).toBe(
        present <= entitled &&
          present / entitled >= 2 / 3 - 1e-12 &&
          votes <= present &&
          votes / entitled > 0.5,
      )
    }),
  )
})
