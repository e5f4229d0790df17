// For tests: standards and stories, made up by fast-check.
import * as fc from 'fast-check'
import { addDays, momentAt } from '#platform/city-time.ts'
import type { Standard, Take } from '../standard/standard-schema.ts'
import type { Fact, StationFacts } from './certify.ts'

export const FIRST_DAY = '2026-01-01'

const age = fc.integer({ min: 31, max: 200 })
const photo = fc.constantFrom('sign', 'inside', 'equipment' as const)
const question = fc.constantFrom('one', 'two')
const words = { zh: '问题', en: 'question' }

const take: fc.Arbitrary<Take> = fc.oneof(
  fc.record({ kind: fc.constant('photo' as const), of: photo, maxAgeDays: age }),
  fc.record({ kind: fc.constant('document' as const), of: fc.constant('rules' as const), maxAgeDays: age }),
  fc.record({
    kind: fc.constant('answer' as const),
    question,
    words: fc.constant(words),
    expects: fc.constant('yes' as const),
    maxAgeDays: age,
  }),
  fc.record({ kind: fc.constant('keeper' as const), maxAgeDays: age }),
  fc.constant({ kind: 'place' as const }),
  fc.record({
    kind: fc.constant('facilities' as const),
    of: fc.constant<string[]>(['water', 'seats']),
    atLeast: fc.constant(1),
  }),
)

const need = fc.record({ anyOf: fc.array(take, { minLength: 1, maxLength: 3 }) })

export const anyStandard: fc.Arbitrary<Standard> = fc
  .array(fc.array(need, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 })
  .map((criteria) => ({
    title: words,
    source: words,
    lapsingWithinDays: 30,
    criteria: criteria.map((needs, index) => ({ id: `c${index}`, title: words, words, needs })),
  }))

export const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(FIRST_DAY, days))

const whatOf = {
  photo,
  document: fc.constant('rules'),
  answer: question,
  keeper: fc.constant(''),
} as const

export const factOn = (favourable: fc.Arbitrary<boolean>): fc.Arbitrary<Fact> =>
  fc
    .tuple(
      fc.constantFrom('photo', 'document', 'answer', 'keeper' as const),
      anyDay,
      fc.integer({ min: 0, max: 23 }),
    )
    .chain(([kind, day, hour]) =>
      fc.record({
        kind: fc.constant(kind),
        what: whatOf[kind],
        // A paper or a keeper's word never speaks against the station.
        favourable: kind === 'photo' || kind === 'answer' ? favourable : fc.constant(true),
        at: fc.constant(new Date(momentAt(day, `${String(hour).padStart(2, '0')}:00`)).toISOString()),
      }),
    )

export const anyStation: fc.Arbitrary<StationFacts> = fc.record({
  facts: fc.array(factOn(fc.boolean()), { maxLength: 12 }),
  facilities: fc.subarray(['water', 'seats', 'wifi']),
  isInCity: fc.boolean(),
  isClosed: fc.constant(false),
  sanction: fc.constant(null),
})
