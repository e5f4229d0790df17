import { judged, line, numberOf, saidLine, type Judged, type Said } from './said.ts'

/** A rate with both of its terms is worked out again; one without them says nothing that could be. */
export function judgeRate(rate: Said, numerator: Said | null, denominator: Said | null): Judged {
  if (numerator === null || denominator === null)
    return judged(
      'cannot-be-checked',
      [
        saidLine(rate),
        line(
          `没有说${[...(numerator === null ? ['分子'] : []), ...(denominator === null ? ['分母'] : [])].join('和')}：多少人里的多少人。`,
          'Out of how many, and how many of them, was not said.',
        ),
      ],
      'no-terms',
    )
  const made = { low: numerator.low / denominator.high, high: numerator.high / denominator.low }
  const lines = [
    saidLine(numerator),
    saidLine(denominator),
    saidLine(rate),
    line(
      `${numberOf(numerator.value, numerator.dimension)} ÷ ${numberOf(denominator.value, denominator.dimension)} = ${numberOf(numerator.value / denominator.value, 'ratio')}`,
    ),
  ]
  if (made.low > rate.high || made.high < rate.low)
    return judged('contradicts', [
      ...lines,
      line('与所说的比率不符。', 'That is not the rate that was said.'),
    ])
  const isExact = numerator.value / denominator.value === rate.value
  return judged(isExact ? 'agrees' : 'rounds', [
    ...lines,
    line('与所说的比率相符。', 'That is the rate that was said.'),
  ])
}
