import { judged, line, numberOf, saidLine, type Judged, type Said } from './said.ts'

/** A rate with both of its terms is worked out again; one without them says nothing that could be. */
export function judgeRate(rate: Said, numerator: Said | null, denominator: Said | null): Judged {
  if (numerator === null || denominator === null)
    return judged(
      'cannot-be-checked',
      [
        saidLine(rate),
        line(
          `没有说${[...(numerator === null ? ['分子'] : []), ...(denominator === null ? ['分母'] : [])].join('和')}：一共多少、其中多少，读的人无法核对。`,
          'Out of how many, and how many of them, was not said: nobody can check it.',
        ),
      ],
      'no-terms',
    )
  const weighed = weighRate(rate, numerator, denominator)
  return judged(weighed.verdict, [
    saidLine(numerator),
    saidLine(denominator),
    saidLine(rate),
    ...weighed.lines,
  ])
}

/** Whether two terms, as far as their words allow, give a rate: the quotient first, then what follows from it. */
export function weighRate(rate: Said, numerator: Said, denominator: Said): Judged {
  const made = { low: numerator.low / denominator.high, high: numerator.high / denominator.low }
  const quotient = numerator.value / denominator.value
  const workings = line(
    `${numberOf(numerator.value, numerator.dimension)} ÷ ${numberOf(denominator.value, denominator.dimension)} = ${numberOf(quotient, 'ratio')}`,
  )
  // A quotient of whole numbers is never written to its last place.
  const isOff = made.low > rate.high + ROUND_OFF || made.high < rate.low - ROUND_OFF
  if (isOff)
    return judged('contradicts', [
      workings,
      line('与所说的比率不符。', 'That is not the rate that was said.'),
    ])
  return judged(quotient === rate.value ? 'agrees' : 'rounds', [
    workings,
    line('与所说的比率相符。', 'That is the rate that was said.'),
  ])
}

const ROUND_OFF = 1e-9
