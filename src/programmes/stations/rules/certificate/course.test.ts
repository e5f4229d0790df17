import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, cityDay } from '#platform/city-time.ts'
import { certify } from './certify.ts'
import { courseOf, type Story } from './course.ts'
import { anyStandard, anyStation, FIRST_DAY } from './testing.ts'

const UNTIL = addDays(FIRST_DAY, 420)

/** The same, day by day. */
function dayByDay(standard: Parameters<typeof certify>[0], story: Story) {
  const turns: { day: string; state: string; failing: string }[] = []
  for (let day = FIRST_DAY; day <= UNTIL; day = addDays(day, 1)) {
    const facts = story.facts.filter(
      (fact) =>
        (fact.knownOn ?? cityDay(fact.at)) <= day &&
        (fact.withdrawnOn === undefined || fact.withdrawnOn > day),
    )
    const { state, failing } = certify(standard, { ...story.register[0]!.value, sanction: null, facts }, day)
    const turn = { day, state, failing: failing.join() }
    if (turn.state !== turns.at(-1)?.state || turn.failing !== turns.at(-1)?.failing) turns.push(turn)
  }
  return turns
}

test('the course, found from turn to turn, is what each day by itself comes to', () => {
  fc.assert(
    fc.property(
      anyStandard,
      anyStation,
      fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 12, maxLength: 12 }),
      (standard, station, delays) => {
        const story: Story = {
          facts: station.facts.map((fact, index) => {
            const day = cityDay(fact.at)
            const late = { knownOn: addDays(day, delays[index]! % 7) }
            return index % 3 === 0
              ? { ...fact, ...late, withdrawnOn: addDays(late.knownOn, delays[index]!) }
              : { ...fact, ...late }
          }),
          register: [{ day: FIRST_DAY, value: { ...station, isClosed: false } }],
          sanctions: [],
        }
        const course = courseOf([{ day: FIRST_DAY, value: standard }], story, UNTIL)
        expect(
          course.map(({ day, certificate }) => ({
            day,
            state: certificate.state,
            failing: certificate.failing.join(),
          })),
        ).toEqual(dayByDay(standard, story))
      },
    ),
    { numRuns: 60 },
  )
})
