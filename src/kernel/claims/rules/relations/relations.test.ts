import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Relation } from '../../relation-schema.ts'
import { judgeAgainstFigure } from './against-figure.ts'
import { judgeClaim } from './judge-claim.ts'
import { judgeRelation } from './judge-relation.ts'
import type { Said, SaidDimension } from './said.ts'
import { said } from './testing.ts'

const text = { zh: '界限', en: 'bounds' }

function judge(relation: Relation, ...claims: readonly Said[]) {
  return judgeRelation(relation, new Map(claims.map((claim, index) => [String(index), claim])))
}

const sum = (parts: number, complete = true, whole: string | null = String(parts)): Relation => ({
  kind: 'sum',
  parts: Array.from({ length: parts }, (_, index) => String(index)),
  whole,
  complete,
})

const count = fc.integer({ min: 0, max: 1_000_000 })

describe('sums', () => {
  test('parts agree with their sum, and with no other exact whole', () => {
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 999 }),
        (parts, off) => {
          const whole = parts.reduce((all, part) => all + part, 0)
          const claims = parts.map((part) => said(part))
          expect(judge(sum(parts.length), ...claims, said(whole)).verdict).toBe('agrees')
          expect(judge(sum(parts.length), ...claims, said(whole + off)).verdict).toBe('contradicts')
          const open = judge(sum(parts.length, false), ...claims, said(whole + off))
          expect(open).toMatchObject({ verdict: 'cannot-be-checked', why: 'parts-missing' })
          // However little was listed, parts never exceed their whole.
          if (whole >= off) {
            expect(judge(sum(parts.length, false), ...claims, said(whole - off)).verdict).toBe('contradicts')
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  test('what differs in dimension is never added', () => {
    const kinds: SaidDimension[] = ['money', 'money-of-others', 'cover', 'persons', 'turns']
    for (const a of kinds)
      for (const b of kinds) {
        const { why } = judge(sum(2, true, null), said(25, a), said(1000, b))
        expect(why === 'not-addable').toBe(a !== b)
      }
  })
})

describe('products, quotients, rates', () => {
  const product: Relation = { kind: 'product', factors: ['0', '1'], product: '2' }

  test('a product agrees with itself, and contradicts whatever lies beyond the rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 999 }), (rides, fen) => {
        const factors = [said(rides, 'turns', 0, '人次'), said(fen, 'money')]
        expect(judge(product, ...factors, said(rides * fen, 'money')).verdict).toBe('agrees')
        expect(judge(product, ...factors, said(rides * fen + 7, 'money', 7)).verdict).toBe('rounds')
        expect(judge(product, ...factors, said(rides * fen + 8, 'money', 7)).verdict).toBe('contradicts')
      }),
      { numRuns: 100 },
    )
  })

  test('the rides of the page: half a million would cost more than was paid', () => {
    const { verdict, lines } = judge(
      product,
      said(500_000, 'turns', 5_000, '人次'),
      said(99, 'money'),
      said(45_000_000, 'money', 500_000),
    )
    expect(verdict).toBe('contradicts')
    const words = lines.map(({ zh }) => zh).join('\n')
    expect(words).toContain('500,000 人次 × 0.99 元 = 495,000 元')
    expect(words).toContain('450,000 元 ÷ 0.99 元 = 454,545 人次，余 0.45 元')
    expect(words).toContain('500,000 − 454,545 = 45,455 人次')
  })

  test('a quotient is judged in its unit: mu become square metres, fen become yuan', () => {
    const bounds = { unit: text, ground: text }
    const land: Relation = { kind: 'quotient', over: '0', under: '1', atMost: 0.4, ...bounds }
    const park = [said(11_083, 'area', 0, '平方米'), said(34, 'area', 0, '亩')]
    expect(judge(land, ...park)).toMatchObject({ verdict: 'cannot-be-checked', why: 'out-of-bounds' })
    expect(judge({ ...land, atMost: 0.5 }, ...park)).toMatchObject({ verdict: 'agrees', why: 'plausible' })
    const each: Relation = { kind: 'quotient', over: '0', under: '1', atLeast: 35, atMost: 36, ...bounds }
    expect(judge(each, said(25_000_000, 'money'), said(7_000, 'turns', 0, '人次')).why).toBe('plausible')
  })

  test('a rate without its terms says nothing; with them it is worked out again', () => {
    const bare: Relation = { kind: 'rate', rate: '0', numerator: null, denominator: null }
    expect(judge(bare, said(0.98, 'ratio')).why).toBe('no-terms')
    const whole: Relation = { kind: 'rate', rate: '0', numerator: '1', denominator: '2' }
    expect(judge(whole, said(0.98, 'ratio', 0.005), said(49), said(50)).verdict).toBe('agrees')
    expect(judge(whole, said(0.98, 'ratio', 0.005), said(24), said(50)).verdict).toBe('contradicts')
  })
})

test('names, series and periods', () => {
  const names = (named: string[]): Relation => ({ kind: 'names', declared: 3, named })
  expect(judge(names(['甲', '乙', '丙'])).verdict).toBe('agrees')
  expect(judge(names(['甲'])).why).toBe('some-unnamed')
  expect(judge(names(['甲', '乙', '丙', '丁'])).why).toBe('more-named')
  const name = { kind: 'name', said: '最美站', official: '最美站点', source: text } as const
  expect(judge(name).lines.at(-1)!.zh).toContain('少了“点”')
  expect(judge({ ...name, said: '最美站点' }).verdict).toBe('agrees')
  const period: Relation = { kind: 'period', claim: '0' }
  expect(judge(period, said(4000, 'turns')).why).toBe('no-period')
  expect(judge(period, { ...said(4000, 'turns'), since: '2024-01-01' }).verdict).toBe('agrees')
})

describe('a claim and its figure', () => {
  const recorded = (value: number | null, asOf: string, above = 0) => ({
    asOf,
    value,
    fewerThanTen: false,
    above,
  })

  test('right then and no longer is out of date; wrong then is wrong, whatever it is today', () => {
    fc.assert(
      fc.property(count, count, (then, now) => {
        const verdict = judgeAgainstFigure(
          said(then),
          recorded(then, '2025-12-31'),
          recorded(now, '2026-11-28'),
        ).verdict
        expect(verdict).toBe(then === now ? 'agrees' : 'out-of-date')
        const wrong = judgeAgainstFigure(
          said(then + 1),
          recorded(then, '2025-12-31'),
          recorded(then + 1, '2026-11-28'),
        )
        expect(wrong.verdict).toBe('contradicts')
      }),
      { numRuns: 100 },
    )
  })

  test('近6万人 fits 59,631 persons who are told of as 59,630', () => {
    const near = { ...said(60_000, 'persons', 0, '人'), low: 54_000 }
    const then = recorded(59_630, '2026-11-28', 9)
    expect(judgeAgainstFigure(near, then, then).verdict).toBe('rounds')
    // The exact number lies in the ten that is told, and cannot be told apart from its neighbours.
    expect(judgeAgainstFigure(said(59_631, 'persons'), then, then).verdict).toBe('rounds')
    expect(judgeAgainstFigure(said(59_640, 'persons'), then, then).verdict).toBe('contradicts')
  })

  test('an unbound claim agrees with nothing; a relation contradicts it only where no other claim is to blame', () => {
    const contradicting = {
      kind: 'product',
      title: text,
      judged: { verdict: 'contradicts', why: null, lines: [text] },
    } as const
    expect(judgeClaim(said(1), null, []).why).toBe('unbound')
    expect(judgeClaim(said(1), null, [{ ...contradicting, isExplained: false }]).verdict).toBe('contradicts')
    expect(judgeClaim(said(1), null, [{ ...contradicting, isExplained: true }]).why).toBe('unbound')
  })
})
