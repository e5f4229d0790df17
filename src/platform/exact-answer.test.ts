import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { instant } from './contract.ts'
import { exactnessOf } from './exact-answer.ts'

const row = z.object({
  id: z.uuid(),
  code: z.string(),
  trimmed: z.string().trim().max(5),
  day: z.iso.date().nullable(),
  at: instant,
  seen: instant.nullable(),
  version: z.number().int(),
  share: z.number().min(0).max(1),
  degrees: z.number(),
  kind: z.enum(['open', 'closed']),
  one: z.literal(1),
  isLate: z.boolean(),
  words: z.array(z.string()).max(3),
  inner: z.object({ zh: z.string(), en: z.string().optional() }),
})
const answer = z.object({ rows: z.array(row), total: z.number().int() })
const isExact = exactnessOf(answer)!

const date = fc.date({
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const goodRow = fc.record(
  {
    id: fc.uuid({ version: 7 }),
    code: fc.string(),
    trimmed: fc.constantFrom('a', 'ab c'),
    day: fc.option(date.map((day) => day.toISOString().slice(0, 10))),
    at: date,
    seen: fc.option(date),
    version: fc.maxSafeInteger(),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    degrees: fc.double({ noNaN: true, noDefaultInfinity: true }),
    kind: fc.constantFrom('open', 'closed'),
    one: fc.constant(1),
    isLate: fc.boolean(),
    words: fc.array(fc.string(), { maxLength: 3 }),
    inner: fc.record({ zh: fc.string(), en: fc.string() }, { requiredKeys: ['zh'], noNullPrototype: true }),
  },
  { noNullPrototype: true },
)
const good = fc.record(
  { rows: fc.array(goodRow, { maxLength: 3 }), total: fc.nat() },
  { noNullPrototype: true },
)

/** A good answer in which one name of one row holds anything, or a name that is not declared. */
const spoilt = fc
  .tuple(
    goodRow,
    fc.constantFrom(...Object.keys(row.shape), 'secret'),
    fc.oneof(fc.anything({ withDate: true }), fc.string(), fc.double()),
  )
  .map(([one, name, value]) => ({ rows: [{ ...one, [name]: value }], total: 1 }))

const written = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

test('an answer as it is declared is written as the parse would have it', () => {
  fc.assert(
    fc.property(good, (value) => {
      expect(isExact(value)).toBe(true)
      expect(written(value)).toEqual(written(answer.parse(value)))
    }),
  )
})

test('whatever is taken as exact is what the parse would answer', () => {
  fc.assert(
    fc.property(spoilt, (value) => {
      if (!isExact(value)) return
      expect(written(value)).toEqual(written(answer.parse(value)))
    }),
    { numRuns: 2_000 },
  )
})

test('what is not declared, too long, to be trimmed or no moment is left to the parse', () => {
  const [one] = fc.sample(goodRow, 1)
  const wrong = [
    { secret: '1' },
    { trimmed: ' a' },
    { words: ['', '', '', ''] },
    { at: new Date(NaN) },
    { at: '2026-01-01' },
  ]
  for (const part of wrong) expect(isExact({ rows: [{ ...one, ...part }], total: 1 })).toBe(false)
  expect(isExact({ rows: [{ ...one, secret: undefined }], total: 1 })).toBe(true)
})

test('a schema that makes something else of a value is not read at all', () => {
  const strange = [
    z.union([z.string(), z.number()]),
    z.string().transform(Number),
    z.string().default(''),
    z.record(z.string(), z.string()),
    z.looseObject({}),
    z.object({ a: z.string() }).refine(() => true),
  ]
  for (const schema of strange) expect(exactnessOf(schema)).toBeUndefined()
})
