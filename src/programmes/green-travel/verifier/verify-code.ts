import { fromBase45 } from './base45.ts'
import {
  ALGORITHM_ED25519,
  CODE_BYTES,
  dayOfCounter,
  dayOfMoment,
  endsAt,
  readCode,
  readRevoked,
  readVoucher,
  signedCode,
  signedRevoked,
  signedVoucher,
  SIGNATURE_BYTES,
  VOUCHER_BYTES,
  type Bytes,
  type RevokedList,
  type Voucher,
} from './bytes.ts'
import { verifySignature } from './ed25519.ts'

/** In front of every code, so that a reader tells it from other QR codes by four letters. */
export const CODE_PREFIX = 'ZY1:'

export type Refusal =
  | 'malformed'
  | 'unknown-algorithm'
  | 'unknown-key'
  | 'forged-voucher'
  | 'forged-code'
  | 'code-too-old'
  | 'code-in-the-future'
  | 'not-yet'
  | 'expired'
  | 'counter-beyond'
  | 'wrong-day'
  | 'revoked'
  | 'seen-before'

export type ReadCode = {
  readonly voucher: Voucher
  readonly counter: number
  /** When the phone made the code, in seconds since 1970. */
  readonly at: number
  readonly signature: Bytes
}

export type Verdict =
  | ({ readonly good: true } & ReadCode)
  | { readonly good: false; readonly refusal: Refusal }

/** What a reader holds. Without a line to anybody it decides by these alone. */
export type ReaderMemory = {
  /** The server's public keys by number. */
  readonly keys: ReadonlyMap<number, Bytes>
  readonly revoked: ReadonlySet<number>
  /** Which rides this reader has let in: `<voucher>/<counter>`. It may forget vouchers that ended yesterday. */
  readonly seen: Set<string>
  /** How long a code is good, and how far the two clocks may be apart. */
  readonly codeSeconds: number
  readonly clockToleranceSeconds: number
}

/**
 * Judges the text of a scanned code at the reader's own time (seconds since 1970). A good code is remembered in `memory.seen`
 * at once, so that a second look at it is `seen-before`.
 */
export async function verifyCode(text: string, memory: ReaderMemory, now: number): Promise<Verdict> {
  const read = await readSignedCode(text, memory.keys)
  if (typeof read === 'string') return refused(read)
  const refusal = refusalOf(read, memory, now)
  if (refusal !== undefined) return refused(refusal)
  memory.seen.add(rideOf(read))
  return { good: true, ...read }
}

const refused = (refusal: Refusal) => ({ good: false, refusal }) as const

const rideOf = ({ voucher, counter }: ReadCode) => `${voucher.number}/${counter}`

/** What a code says, where both signatures hold; it may be old, of another day, revoked or used. */
export async function readSignedCode(text: string, keys: ReaderMemory['keys']): Promise<ReadCode | Refusal> {
  const bytes = text.startsWith(CODE_PREFIX) ? fromBase45(text.slice(CODE_PREFIX.length)) : undefined
  if (bytes?.length !== CODE_BYTES) return 'malformed'
  if (bytes[0] !== ALGORITHM_ED25519) return 'unknown-algorithm'
  const body = bytes.subarray(0, VOUCHER_BYTES)
  const voucher = readVoucher(body)
  const key = keys.get(voucher.key)
  if (key === undefined) return 'unknown-key'
  const signature = new Uint8Array(bytes.slice(VOUCHER_BYTES, VOUCHER_BYTES + SIGNATURE_BYTES))
  if (!(await verifySignature(key, signedVoucher(body), signature))) return 'forged-voucher'
  const code = readCode(bytes)
  const isOwn = await verifyCodeSignature(
    voucher.deviceKey,
    voucher.number,
    code.counter,
    code.at,
    code.signature,
  )
  return isOwn ? { voucher, ...code } : 'forged-code'
}

/** Whether the phone that holds this voucher's key made the code: for samples and disputes, where the voucher is at hand. */
export const verifyCodeSignature = (
  deviceKey: Bytes,
  voucher: number,
  counter: number,
  at: number,
  signature: Bytes,
): Promise<boolean> => verifySignature(deviceKey, signedCode(voucher, counter, at), signature)

function refusalOf(read: ReadCode, memory: ReaderMemory, now: number): Refusal | undefined {
  const { voucher, counter, at } = read
  const { codeSeconds, clockToleranceSeconds } = memory
  if (now > at + codeSeconds + clockToleranceSeconds) return 'code-too-old'
  if (now < at - clockToleranceSeconds) return 'code-in-the-future'
  if (at < voucher.startsAt) return 'not-yet'
  if (at >= endsAt(voucher)) return 'expired'
  const day = dayOfCounter(voucher, counter)
  if (day === undefined) return 'counter-beyond'
  if (day !== dayOfMoment(voucher, at)) return 'wrong-day'
  if (memory.revoked.has(voucher.number)) return 'revoked'
  return memory.seen.has(rideOf(read)) ? 'seen-before' : undefined
}

/** A list of revoked vouchers whose signature holds; undefined otherwise. */
export async function readRevokedList(
  signed: Bytes,
  keys: ReaderMemory['keys'],
): Promise<RevokedList | undefined> {
  const list = signed[0] === ALGORITHM_ED25519 ? readRevoked(signed) : undefined
  const key = list === undefined ? undefined : keys.get(list.key)
  if (list === undefined || key === undefined) return undefined
  const body = signed.subarray(0, signed.length - SIGNATURE_BYTES)
  const signature = new Uint8Array(signed.slice(signed.length - SIGNATURE_BYTES))
  return (await verifySignature(key, signedRevoked(body), signature)) ? list : undefined
}
