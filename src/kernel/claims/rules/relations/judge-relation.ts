import type { Relation } from '../../relation-schema.ts'
import { judgeName, judgeNames } from './names.ts'
import { judgeProduct } from './product.ts'
import { judgeQuotient } from './quotient.ts'
import { judgeRate } from './rate.ts'
import { judged, line, rangeText, saidLine, type Judged, type Said } from './said.ts'
import { judgeSum } from './sum.ts'

/** Looks a claim up by its id; a relation whose claim is gone is a bug and throws. */
type Claims = ReadonlyMap<string, Said>

/** The verdict on a relation, worked out from the claims that it names and from nothing else. */
export function judgeRelation(relation: Relation, claims: Claims): Judged {
  const of = (id: string): Said => {
    const said = claims.get(id)
    if (said === undefined) throw new Error(`a relation names claim ${id}, which is not there`)
    return said
  }
  const maybe = (id: string | null) => (id === null ? null : of(id))
  switch (relation.kind) {
    case 'sum':
      return judgeSum(relation.parts.map(of), maybe(relation.whole), relation)
    case 'product':
      return judgeProduct(relation.factors.map(of), of(relation.product))
    case 'quotient':
      return judgeQuotient(
        of(relation.over),
        typeof relation.under === 'string' ? of(relation.under) : relation.under,
        relation,
      )
    case 'rate':
      return judgeRate(of(relation.rate), maybe(relation.numerator), maybe(relation.denominator))
    case 'same':
      return judgeSame(relation.claims.map(of))
    case 'names':
      return judgeNames(relation.declared, relation.named)
    case 'name':
      return judgeName(relation)
    case 'period':
      return judgePeriod(of(relation.claim))
  }
}

function judgeSame(claims: readonly Said[]): Judged {
  const [first, ...rest] = claims
  const lines = claims.map(saidLine)
  if (rest.every((other) => other.value === first!.value && other.dimension === first!.dimension))
    return judged('agrees', [...lines, line('几处说的是同一个数。', 'Every place says the same number.')])
  if (rest.every((other) => other.low <= first!.high && first!.low <= other.high))
    return judged('rounds', [
      ...lines,
      line('写法不同，取值范围相交。', 'Worded differently; the ranges meet.'),
    ])
  return judged('contradicts', [...lines, line('几处说的数不同。', 'The places do not say the same number.')])
}

/** Turns, and money that flowed, are counted from a day to a day; a number without them cannot be counted again. */
function judgePeriod(said: Said): Judged {
  if (said.since !== null)
    return judged('agrees', [saidLine(said), line(`从 ${said.since} 起计。`, `Counted since ${said.since}.`)])
  return judged(
    'cannot-be-checked',
    [
      saidLine(said),
      line(
        `${rangeText(said, said, 'zh')} 没有说从哪天到哪天。`,
        `${rangeText(said, said, 'en')}: from which day to which was not said.`,
      ),
    ],
    'no-period',
  )
}
