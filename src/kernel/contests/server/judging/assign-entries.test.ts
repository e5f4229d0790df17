import { describe, expect, it } from 'vitest'
import { conflictOf } from '../../rules/conflicts.ts'
import { assignEntries, pairOf } from './assign-entries.ts'

const judge = (no: number, kin: readonly string[] = []) => ({
  id: `judge-${no}`,
  house: `house-${no % 5}`,
  persons: new Set([`person-${no}`]),
  kin: new Set(kin),
  has: 0,
})

const entry = (no: number, needs = 3) => ({
  id: `entry-${no}`,
  label: no,
  house: `house-${no % 9}`,
  entrant: `person-${no}`,
  names: [`name-${no}`],
  needs,
})

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('an assignment', () => {
  it.each([1, 2, 3, 5])(
    'gives each of 40 entries exactly %i judges without a conflict, evenly',
    async (needs) => {
      const judges = numbers(11).map((no) => judge(no, [`name-${no * 3}`]))
      const entries = numbers(40).map((no) => entry(no, needs))
      const { pairs, status } = await assignEntries({ entries, judges, taken: new Set() })
      expect(status).toBe('optimal')
      expect(new Set(pairs.map(({ entryId, judgeId }) => pairOf(entryId, judgeId))).size).toBe(40 * needs)
      for (const one of entries) {
        const panel = judges.filter(({ id }) =>
          pairs.some((it) => it.entryId === one.id && it.judgeId === id),
        )
        expect(panel).toHaveLength(needs)
        for (const each of panel) expect(conflictOf(each, one)).toBeUndefined()
      }
      const loads = judges.map(({ id }) => pairs.filter(({ judgeId }) => judgeId === id).length)
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
    },
  )

  it('says at which entries it fails and why, and gives nothing', async () => {
    const judges = [judge(1), judge(2, ['name-8']), judge(6)]
    const taken = new Set([pairOf('entry-8', 'judge-1')])
    await expect(assignEntries({ entries: [entry(8, 2), entry(9, 2)], judges, taken })).rejects.toMatchObject(
      {
        code: 'judges-too-few',
        problems: [
          { field: 'entry 8', reason: { zh: expect.stringMatching(/可用1位（回避：亲属1位、已派过1位）/) } },
        ],
      },
    )
  })
})
