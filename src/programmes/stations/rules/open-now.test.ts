import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { estimateOpenNow, FRESH_MAX, LOG_ODDS_MAX } from './open-now.ts'
import { proofShare, type OpenSignal, type SignalKind } from './open-signal.ts'
import { limited } from './weigh-signals.ts'

const now = new Date('2026-11-23T09:00:00+08:00')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const onTheSpot = { codeScanned: true, position: 'near' } as const
const signalOf = (kind: SignalKind, hours: number, more: Partial<OpenSignal> = {}): OpenSignal => ({
  kind,
  at: hoursAgo(hours),
  proof: onTheSpot,
  ...more,
})
const probability = (declared: boolean | undefined, ...signals: OpenSignal[]) =>
  estimateOpenNow(declared, signals, now).probability

const proof = fc.record({ codeScanned: fc.boolean(), position: fc.constantFrom('near', 'far', 'not-given') })
const anyKind = fc.constantFrom<SignalKind[]>(
  'check-in',
  'reported-locked',
  'reported-reopened',
  'keeper-said-open',
  'keeper-said-closed',
)
const signalsOf = (kinds: fc.Arbitrary<SignalKind>) =>
  fc
    .record({
      kind: kinds,
      hours: fc.double({ min: -5, max: 2000, noNaN: true }),
      proof,
      by: fc.option(fc.constantFrom('a', 'b', 'c')),
    })
    .map(({ kind, hours, proof, by }): OpenSignal => ({
      kind,
      at: hoursAgo(hours),
      proof,
      ...(by !== null && { by }),
    }))
const declared = fc.constantFrom(true, false, undefined)
const signals = fc.array(signalsOf(anyKind), { maxLength: 12 })

describe('the rule', () => {
  test('is bounded, and shows weights that add up to it', () => {
    fc.assert(
      fc.property(declared, signals, (hours, heard) => {
        const it = estimateOpenNow(hours, heard, now)
        expect(it.probability).toBeGreaterThan(0.017)
        expect(it.probability).toBeLessThan(0.983)
        const lines = Map.groupBy(it.evidence, ({ kind }) =>
          ['declared-open', 'declared-closed', 'hours-unknown', 'usual'].includes(kind) ? 'lasting' : 'fresh',
        )
        const sumOf = (which: 'lasting' | 'fresh') =>
          lines.get(which)?.reduce((all, { weight }) => all + weight, 0) ?? 0
        const sum = limited(sumOf('lasting') + limited(sumOf('fresh'), FRESH_MAX), LOG_ODDS_MAX)
        const said = Math.log(it.probability / (1 - it.probability))
        // Twelve lines at most, and those below a hundredth are too light to be shown.
        expect(Math.abs(sum - said)).toBeLessThan(12 * 0.01 + 1e-9)
      }),
    )
  })

  test('good news never lowers it, bad news never raises it', () => {
    const good = signalsOf(fc.constantFrom<SignalKind[]>('check-in', 'reported-reopened', 'keeper-said-open'))
    const bad = signalsOf(fc.constantFrom<SignalKind[]>('reported-locked', 'keeper-said-closed'))
    fc.assert(
      fc.property(declared, signals, good, bad, (hours, heard, better, worse) => {
        const before = probability(hours, ...heard)
        expect(probability(hours, ...heard, better)).toBeGreaterThanOrEqual(before - 1e-12)
        expect(probability(hours, ...heard, worse)).toBeLessThanOrEqual(before + 1e-12)
      }),
      { numRuns: 300 },
    )
  })

  test('does not depend on the order of the signals', () => {
    fc.assert(
      fc.property(declared, signals, (hours, heard) => {
        expect(probability(hours, ...heard.toReversed())).toBeCloseTo(probability(hours, ...heard), 10)
      }),
    )
  })

  test('forgets: an older report weighs less, and after months the declared hours are all that is left', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 11, noNaN: true }), (hours) => {
        expect(probability(true, signalOf('reported-locked', hours))).toBeLessThanOrEqual(
          probability(true, signalOf('reported-locked', hours + 1)),
        )
      }),
    )
    expect(probability(true, signalOf('reported-locked', 24 * 365))).toBeCloseTo(probability(true), 3)
  })

  test('does not look into the future', () => {
    expect(probability(true, signalOf('reported-locked', -1))).toBe(probability(true))
  })
})

describe('what it says', () => {
  test('of a door reported locked on the spot just now', () => {
    const it = estimateOpenNow(true, [signalOf('reported-locked', 0.1)], now)
    expect(it.probability).toBeLessThan(0.35)
    expect(it.confidence).toBe('good')
    expect(it.evidence.map((line) => line.kind).toSorted()).toEqual([
      'declared-open',
      'reported-locked',
      'usual',
    ])
    expect(it.wording.zh).toContain('没开')
  })

  test('of the declared hours alone', () => {
    expect(estimateOpenNow(true, [], now)).toMatchObject({
      confidence: 'declared-only',
      wording: { zh: '按公布时间正在开放' },
    })
    expect(estimateOpenNow(undefined, [], now)).toMatchObject({
      probability: 0.5,
      wording: { zh: '开放时间不详' },
    })
  })

  test('a check-in while it should be closed leaves it open to doubt', () => {
    expect(probability(false, signalOf('check-in', 0.2))).toBeGreaterThan(probability(false))
  })

  test('one person tapping a hundred times is one report; a hundred people are not', () => {
    const many = Array.from({ length: 100 }, () => signalOf('reported-locked', 1, { by: 'a' }))
    expect(probability(true, ...many)).toBe(probability(true, signalOf('reported-locked', 1, { by: 'a' })))
    const others = many.map((it, index) => ({ ...it, by: String(index) }))
    expect(probability(true, ...others)).toBeLessThan(probability(true, ...many))
  })

  test('the reporter takes the report back', () => {
    const locked = signalOf('reported-locked', 1, { by: 'a' })
    // Little proof, so that neither is near the bound.
    const proof = { codeScanned: false, position: 'not-given' } as const
    const reopened = signalOf('reported-reopened', 0.5, { by: 'a', proof })
    expect(probability(true, locked, reopened)).toBe(probability(true, reopened))
    expect(probability(true, locked, { ...reopened, by: 'b' })).toBeLessThan(probability(true, reopened))
  })

  test('what is usual: mornings found locked last week are remembered in the morning more than in the evening', () => {
    const found = (hours: number) =>
      [7, 8, 9].map((days) => signalOf('reported-locked', days * 24 + hours, { by: String(days) }))
    expect(probability(true, ...found(0))).toBeLessThan(0.8)
    expect(probability(true, ...found(10))).toBeGreaterThan(probability(true, ...found(0)) + 0.05)
    expect(probability(true, ...found(10))).toBeLessThan(probability(true))
  })

  test('what is usual on workdays says less about a day of rest', () => {
    // A Monday; the Fridays and the Sundays before it, at the same hour.
    const fridays = [3, 10, 17].map((days) => signalOf('reported-locked', days * 24, { by: String(days) }))
    const sundays = [1, 8, 15].map((days) =>
      signalOf('reported-locked', days * 24 + 0.1, { by: String(days) }),
    )
    expect(probability(true, ...fridays)).toBeLessThan(probability(true, ...sundays))
  })

  test('outside its hours nobody is told that a station is open because it is well kept within them', () => {
    const visits = Array.from({ length: 20 }, (_, day) =>
      signalOf('check-in', (day + 1) * 24 + 10, { declaredOpen: true }),
    )
    expect(probability(false, ...visits)).toBeLessThan(0.07)
  })

  test('the keeper who says that it is open now restores it; a new report counts again', () => {
    const locked = signalOf('reported-locked', 1)
    const opened = signalOf('keeper-said-open', 0.5)
    expect(probability(true, locked)).toBeLessThan(0.65)
    expect(probability(true, locked, opened)).toBeGreaterThan(0.85)
    expect(probability(true, locked, opened, signalOf('reported-locked', 0.2))).toBeLessThan(0.65)
  })

  test('one person who complains daily does not make a habit as ten persons do', () => {
    const days = Array.from({ length: 10 }, (_, day) => day + 1)
    const daily = (by: (day: number) => string) =>
      days.map((day) => signalOf('reported-locked', day * 24, { by: by(day) }))
    expect(probability(true, ...daily(() => 'a'))).toBeGreaterThan(probability(true, ...daily(String)) + 0.15)
  })
})

test('proof of presence: near with the code is all, a far position is next to nothing', () => {
  const order = [
    proofShare({ codeScanned: true, position: 'near' }),
    proofShare({ codeScanned: true, position: 'not-given' }),
    proofShare({ codeScanned: false, position: 'near' }),
    proofShare({ codeScanned: true, position: 'far' }),
    proofShare({ codeScanned: false, position: 'not-given' }),
    proofShare({ codeScanned: false, position: 'far' }),
  ]
  expect(order).toEqual(order.toSorted((a, b) => b - a))
  expect(order[0]).toBe(1)
})
