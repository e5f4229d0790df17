/**
 * A mainland mobile number as it is kept, 11 digits; undefined for anything else. Numbers from 120 are nobody's:
 * the demo city's people have them.
 */
export function readPhone(text: string): string | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return /^(1[3-9]\d{9}|120\d{8})$/.test(digits) ? digits : undefined
}
