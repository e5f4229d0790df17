import { amount, judged, line, meet, numberOf, rangeText, saidLine, type Judged, type Said } from './said.ts'

/**
 * One claim times another against a third: rides × subsidy of one = what was paid. Where they do not meet, the lines also say
 * what the third would pay for, and by how much the first lies above it.
 */
export function judgeProduct(factors: readonly Said[], product: Said): Judged {
  const [a, b] = factors as [Said, Said]
  const made = { low: a.low * b.low, high: a.high * b.high }
  const lines = [
    ...factors.map(saidLine),
    saidLine(product),
    line(
      `${amount(a.value, a, 'zh')} × ${amount(b.value, b, 'zh')} = ${amount(a.value * b.value, product, 'zh')}`,
      `${amount(a.value, a, 'en')} × ${amount(b.value, b, 'en')} = ${amount(a.value * b.value, product, 'en')}`,
    ),
  ]
  if (meet(made, product))
    return judged(a.value * b.value === product.value ? 'agrees' : 'rounds', [
      ...lines,
      line('与所说的相符。', 'That is what was said.'),
    ])
  const carried = Math.floor(product.value / b.value)
  const gap = a.value - carried
  return judged('contradicts', [
    ...lines,
    line(
      `连同写法的余地是 ${rangeText(made, product, 'zh')}，与 ${rangeText(product, product, 'zh')} 不相交`,
      `With all that rounding allows it is ${rangeText(made, product, 'en')}, which does not meet ${rangeText(product, product, 'en')}`,
    ),
    line(
      `${amount(product.value, product, 'zh')} ÷ ${amount(b.value, b, 'zh')} = ${amount(carried, a, 'zh')}，余 ${amount(product.value - carried * b.value, product, 'zh')}`,
      `${amount(product.value, product, 'en')} ÷ ${amount(b.value, b, 'en')} = ${amount(carried, a, 'en')}, ${amount(product.value - carried * b.value, product, 'en')} left`,
    ),
    line(
      `${numberOf(a.value, a.dimension)} − ${numberOf(carried, a.dimension)} = ${amount(gap, a, 'zh')}，说的比这笔钱够付的多 ${numberOf(gap / carried, 'ratio')}`,
      `${numberOf(a.value, a.dimension)} − ${numberOf(carried, a.dimension)} = ${amount(gap, a, 'en')}: said ${numberOf(gap / carried, 'ratio')} above what that sum pays for`,
    ),
  ])
}
