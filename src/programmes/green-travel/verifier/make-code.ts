import { toBase45 } from './base45.ts'
import { readVoucher, signedCode, VOUCHER_BYTES, writeCode, type Bytes } from './bytes.ts'
import { CODE_PREFIX } from './verify-code.ts'

/** Signs with a voucher's own key; it never leaves where it was made. */
export type SignWithDevice = (message: Bytes) => Promise<Bytes>

/** The text of a code, for a QR in alphanumeric mode. `voucher` is the signed one; `at` is seconds since 1970. */
export async function makeCode(
  voucher: Bytes,
  counter: number,
  at: number,
  sign: SignWithDevice,
): Promise<string> {
  const { number } = readVoucher(voucher.subarray(0, VOUCHER_BYTES))
  const signature = await sign(signedCode(number, counter, at))
  return CODE_PREFIX + toBase45(writeCode(voucher, { counter, at, signature }))
}
