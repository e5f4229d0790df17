import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#platform/city-time.ts'
import type { Standard } from '../standard/standard-schema.ts'
import { certify, type Fact, type StationFacts } from './certify.ts'
import { anyDay, anyStandard, anyStation, factOn } from './testing.ts'

const words = { zh: '标识', en: 'sign' }
const six: Standard = {
  title: words,
  source: words,
  lapsingWithinDays: 30,
  criteria: [
    {
      id: 'sign',
      title: words,
      words,
      needs: [
        {
          anyOf: [
            { kind: 'photo', of: 'sign', maxAgeDays: 365 },
            { kind: 'answer', question: 'sign-shown', words, expects: 'yes', maxAgeDays: 180 },
          ],
        },
      ],
    },
    { id: 'on-map', title: words, words, needs: [{ anyOf: [{ kind: 'place' }] }] },
  ],
}

const station = (facts: Fact[], over: Partial<StationFacts> = {}): StationFacts => ({
  facts,
  facilities: [],
  isInCity: true,
  isClosed: false,
  sanction: null,
  ...over,
})
const at = (day: string) => new Date(`${day}T10:00:00+08:00`).toISOString()
const photo = (day: string): Fact => ({ kind: 'photo', what: 'sign', favourable: true, at: at(day), id: 'p' })
const found = (day: string, favourable: boolean): Fact => ({
  kind: 'answer',
  what: 'sign-shown',
  favourable,
  at: at(day),
})

describe('one station through a year', () => {
  const one = station([photo('2026-01-10')])
  test.each([
    ['2026-01-09', 'incomplete', '2026-01-09'],
    ['2026-01-10', 'complete', '2026-12-11'],
    ['2026-12-10', 'complete', '2026-12-11'],
    ['2026-12-11', 'lapsing', '2027-01-11'],
    ['2027-01-10', 'lapsing', '2027-01-11'],
    ['2027-01-11', 'incomplete', null],
  ])('on %s it is %s', (day, state, turnsOn) => {
    const certificate = certify(six, one, day)
    expect(certificate.state).toBe(state)
    if (day !== '2026-01-09') expect(certificate.turnsOn).toBe(turnsOn)
  })

  test('what fails says since when and why', () => {
    const [sign] = certify(six, one, '2027-02-01').criteria
    expect(sign!.needs[0]!.takes.map(({ why }) => why)).toEqual([
      { kind: 'old', day: '2026-01-10', maxAgeDays: 365 },
      { kind: 'never' },
    ])
  })

  test('an inspection outweighs what is older, and what is newer outweighs it', () => {
    const refuted = station([photo('2026-01-10'), found('2026-03-01', false)])
    expect(certify(six, refuted, '2026-03-01').failing).toEqual(['sign'])
    const mended = station([photo('2026-03-02'), found('2026-03-01', false)])
    expect(certify(six, mended, '2026-03-02').state).toBe('complete')
    const revisited = station([photo('2026-01-10'), found('2026-03-01', false), found('2026-03-15', true)])
    expect(certify(six, revisited, '2026-03-15').lapsesOn).toBe('2026-09-11')
  })

  test('a decision stands over the evidence, and closing over both', () => {
    const day = '2026-02-01'
    const facts = [photo('2026-01-10')]
    expect(certify(six, station(facts, { sanction: 'suspended' }), day).state).toBe('suspended')
    expect(certify(six, station(facts, { sanction: 'withdrawn' }), day).state).toBe('withdrawn')
    expect(certify(six, station(facts, { isClosed: true, sanction: 'suspended' }), day).state).toBe(
      'withdrawn',
    )
  })

  test('a place outside the city fails by its own name', () => {
    expect(certify(six, station([photo('2026-01-10')], { isInCity: false }), '2026-02-01').failing).toEqual([
      'on-map',
    ])
  })
})

const RUNS = { numRuns: 300 }

describe('whatever the standard and the evidence', () => {
  test('more favourable evidence never fails what held', () => {
    fc.assert(
      fc.property(anyStandard, anyStation, factOn(fc.constant(true)), anyDay, (standard, one, more, day) => {
        const before = certify(standard, one, day)
        const after = certify(standard, { ...one, facts: [...one.facts, more] }, day)
        expect(before.failing).toEqual(expect.arrayContaining([...after.failing]))
      }),
      RUNS,
    )
  })

  test('a finding against it never mends anything', () => {
    fc.assert(
      fc.property(anyStandard, anyStation, factOn(fc.constant(false)), anyDay, (standard, one, more, day) => {
        fc.pre(!more.favourable)
        const before = certify(standard, one, day)
        const after = certify(standard, { ...one, facts: [...one.facts, more] }, day)
        expect(after.failing).toEqual(expect.arrayContaining([...before.failing]))
      }),
      RUNS,
    )
  })

  test('with no news it only decays, and turns on the days it says and on no other', () => {
    fc.assert(
      fc.property(
        anyStandard,
        anyStation,
        anyDay,
        fc.integer({ min: 1, max: 250 }),
        (standard, one, day, on) => {
          const known = { ...one, facts: one.facts.filter((fact) => fact.at <= at(day)) }
          const before = certify(standard, known, day)
          const later = addDays(day, on)
          const after = certify(standard, known, later)
          expect(after.failing).toEqual(expect.arrayContaining([...before.failing]))
          const isSame = after.state === before.state && after.failing.join() === before.failing.join()
          if (before.turnsOn === null || later < before.turnsOn) expect(isSame).toBe(true)
          if (before.turnsOn === later) expect(isSame).toBe(false)
        },
      ),
      RUNS,
    )
  })

  test('it explains itself: what it names is enough, and whatever fails says why', () => {
    fc.assert(
      fc.property(anyStandard, anyStation, anyDay, (standard, one, day) => {
        const facts = one.facts.map((fact, index) => ({ ...fact, id: String(index) }))
        const certificate = certify(standard, { ...one, facts }, day)
        const takes = certificate.criteria.flatMap(({ needs }) => needs.flatMap((need) => need.takes))
        const named = new Set(takes.flatMap(({ holds, evidenceId }) => (holds ? (evidenceId ?? []) : [])))
        const again = certify(standard, { ...one, facts: facts.filter(({ id }) => named.has(id)) }, day)
        expect(certificate.failing).toEqual(expect.arrayContaining([...again.failing]))
        for (const { holds, why } of takes) expect(why === null).toBe(holds)
        for (const { holds, needs } of certificate.criteria)
          expect(holds).toBe(needs.every((need) => need.takes.some((one_) => one_.holds)))
      }),
      RUNS,
    )
  })
})
