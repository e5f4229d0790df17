export type ByteRange = { readonly from: number; readonly to: number }

/**
 * One range of a file of `size` bytes, last byte included (RFC 9110, 14.1.2): `undefined` where none was asked for, or
 * several, or in other units, which may be answered with the whole; `'beyond'` where nothing of it exists.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'beyond' | undefined {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (asked === null) return undefined
  const [first, last] = [asked[1]!, asked[2]!]
  if (first === '' && last === '') return undefined
  if (first === '') {
    const count = Math.min(Number(last), size)
    return count === 0 ? 'beyond' : { from: size - count, to: size - 1 }
  }
  if (last !== '' && Number(last) < Number(first)) return undefined
  if (Number(first) >= size) return 'beyond'
  return { from: Number(first), to: Math.min(last === '' ? size - 1 : Number(last), size - 1) }
}
