import { expect, test } from 'vitest'
import type { Relation } from '../../relation-schema.ts'
import { relationProblem } from './relation-problem.ts'
import type { Said } from './said.ts'
import { said } from './testing.ts'

test('a relation that says nothing is refused with what is accepted, and one of two kinds is a finding', () => {
  const named = new Map<string, Said>([
    ['a', said(3)],
    ['b', said(4)],
    ['yuan', said(99, 'money')],
    ['fen', said(100, 'money')],
    ['rate', said(0.75, 'ratio')],
  ])
  const codeOf = (relation: Relation) => relationProblem(relation, named)?.code
  const product = (one: string, two: string): Relation => ({
    kind: 'product',
    factors: [one, two],
    product: 'b',
  })
  const rate = (of: string, numerator: string | null, denominator: string | null): Relation => ({
    kind: 'rate',
    rate: of,
    numerator,
    denominator,
  })
  const parts = (...ids: string[]): Relation => ({ kind: 'sum', parts: ids, whole: 'b', complete: true })
  expect(codeOf(product('a', 'a'))).toBe('same-claim')
  expect(codeOf(product('yuan', 'fen'))).toBe('money-times-money')
  expect(codeOf(product('a', 'yuan'))).toBeUndefined()
  expect(codeOf(rate('a', 'yuan', 'fen'))).toBe('no-rate')
  expect(codeOf(rate('rate', 'a', 'yuan'))).toBe('terms-differ')
  expect(codeOf(rate('rate', 'a', 'b'))).toBeUndefined()
  expect(codeOf(rate('rate', null, null))).toBeUndefined()
  expect(codeOf(parts('a', 'b'))).toBe('same-claim')
  expect(codeOf(parts('a', 'yuan'))).toBeUndefined()
})
