/** A rational number of whole numbers without bound: a mean is compared, and never rounded before it is shown. */
export type Exact = { readonly numerator: bigint; readonly denominator: bigint }

export const exactOf = (numerator: bigint, denominator = 1n): Exact => {
  if (denominator === 0n) throw new RangeError('a denominator of zero')
  const sign = denominator < 0n ? -1n : 1n
  const divisor = commonDivisor(numerator < 0n ? -numerator : numerator, denominator * sign) || 1n
  return { numerator: (numerator * sign) / divisor, denominator: (denominator * sign) / divisor }
}

export const plus = (a: Exact, b: Exact): Exact =>
  exactOf(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

export const dividedBy = (a: Exact, by: bigint): Exact => exactOf(a.numerator, a.denominator * by)

/** Negative where a is less, 0 where they are equal. */
export const compare = (a: Exact, b: Exact): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** To two places, half up; for reading only. Of numbers that are not negative. */
export const shown = ({ numerator, denominator }: Exact): string => {
  const hundredths = (numerator * 200n + denominator) / (denominator * 2n)
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`
}

function commonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
