import type { Problem } from '#platform/failures.ts'
import type { Relation } from '../../relation-schema.ts'
import { line, type Said } from './said.ts'

type Claims = ReadonlyMap<string, Said>

/**
 * Why a relation says nothing that could be worked out: a claim beside itself, a rate that is none, money times money.
 * Undefined where it can be. That two kinds are not added is no such fault but a finding, and may be recorded.
 */
export function relationProblem(relation: Relation, claims: Claims): Problem | undefined {
  switch (relation.kind) {
    case 'sum':
      return sumProblem(relation.parts, relation.whole)
    case 'product':
      return productProblem(relation.factors, relation.product, claims)
    case 'rate':
      return rateProblem(relation, claims)
    default:
      return undefined
  }
}

const areSame = (ids: readonly (string | null)[]): boolean => {
  const named = ids.filter((id) => id !== null)
  return new Set(named).size < named.length
}

const twice = (field: string): Problem => ({
  field,
  code: 'same-claim',
  reason: line('同一个说法用了两次。', 'One claim stands here twice.'),
  accepted: line('各不相同的说法', 'claims that differ'),
})

function sumProblem(parts: readonly string[], whole: string | null): Problem | undefined {
  if (areSame([...parts, whole])) return twice('parts')
  if (parts.length > 1) return undefined
  return {
    field: 'parts',
    code: 'one-part',
    reason: line('只有一个部分，没有什么可以相加。', 'One part alone adds up to nothing.'),
    accepted: line('至少两个部分', 'two parts at least'),
  }
}

function productProblem(factors: readonly string[], product: string, claims: Claims): Problem | undefined {
  if (areSame([...factors, product])) return twice('factors')
  const [first, second] = factors.map((id) => claims.get(id))
  const isMoney = (said: Said | undefined) =>
    said !== undefined && ['money', 'money-of-others', 'cover'].includes(said.dimension)
  if (!isMoney(first) || !isMoney(second)) return undefined
  return {
    field: 'factors',
    code: 'money-times-money',
    reason: line('两个都是钱，相乘没有意义。', 'Money times money is nothing.'),
    accepted: line('一个是次数或数量，一个是单价', 'a count, and the price of one'),
  }
}

type Rate = Extract<Relation, { kind: 'rate' }>

function rateProblem({ rate, numerator, denominator }: Rate, claims: Claims): Problem | undefined {
  if (areSame([rate, numerator, denominator])) return twice('rate')
  const [whole, part, of] = [rate, numerator, denominator].map((id) =>
    id === null ? undefined : claims.get(id),
  )
  if (whole !== undefined && whole.dimension !== 'ratio')
    return {
      field: 'rate',
      code: 'no-rate',
      reason: line(`“${whole.words}”不是比率。`, `“${whole.words}” is no rate.`),
      accepted: line('百分数、几成、几分之几', 'a percentage or a fraction'),
    }
  if (part === undefined || of === undefined || part.dimension === of.dimension) return undefined
  return {
    field: 'numerator',
    code: 'terms-differ',
    reason: line(
      `“${part.words}”和“${of.words}”不是同一种量，不能相除成比率。`,
      `“${part.words}” and “${of.words}” are not of one kind: no rate is their quotient.`,
    ),
    accepted: line('同一种量的两个说法', 'two claims of one kind'),
  }
}
