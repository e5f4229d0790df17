/**
 * The bytes of a voucher, a code and a list of revoked vouchers, as docs/ride-code.md says them. Everything is big-endian;
 * moments are seconds since 1970 in UTC. Nothing here checks a signature or looks at a clock.
 */
export const ALGORITHM_ED25519 = 1
export const SIGNATURE_BYTES = 64
export const VOUCHER_BYTES = 48
/** A voucher, its signature, the counter, the moment, and the phone's signature. */
export const CODE_BYTES = VOUCHER_BYTES + SIGNATURE_BYTES + 5 + SIGNATURE_BYTES
const NUMBER_BYTES = 7
const LIST_HEAD_BYTES = 10
const DAY_SECONDS = 86_400

export type Bytes = Uint8Array<ArrayBuffer>

export type Voucher = {
  /** Of the key that signed it. */
  readonly key: number
  readonly number: number
  /** Local midnight of its first day. */
  readonly startsAt: number
  /** Rides of each of its three days; the counters run on from day to day. */
  readonly rides: readonly [number, number, number]
  readonly deviceKey: Bytes
}

export type Code = { readonly counter: number; readonly at: number; readonly signature: Bytes }

export type RevokedList = {
  readonly key: number
  readonly madeAt: number
  readonly numbers: readonly number[]
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function writeNumber(view: DataView, at: number, number: number): void {
  view.setUint8(at, Math.floor(number / 2 ** 48))
  view.setUint16(at + 1, Math.floor(number / 2 ** 32) % 2 ** 16)
  view.setUint32(at + 3, number % 2 ** 32)
}

const readNumber = (view: DataView, at: number) =>
  (view.getUint8(at) * 2 ** 16 + view.getUint16(at + 1)) * 2 ** 32 + view.getUint32(at + 3)

export function writeVoucher(voucher: Voucher): Bytes {
  const bytes = new Uint8Array(VOUCHER_BYTES)
  const view = viewOf(bytes)
  bytes[0] = ALGORITHM_ED25519
  bytes[1] = voucher.key
  writeNumber(view, 2, voucher.number)
  view.setUint32(9, voucher.startsAt)
  bytes.set(voucher.rides, 13)
  bytes.set(voucher.deviceKey, 16)
  return bytes
}

/** The caller looked at the length and at the first byte. */
export function readVoucher(bytes: Uint8Array): Voucher {
  const view = viewOf(bytes)
  return {
    key: bytes[1]!,
    number: readNumber(view, 2),
    startsAt: view.getUint32(9),
    rides: [bytes[13]!, bytes[14]!, bytes[15]!],
    deviceKey: new Uint8Array(bytes.slice(16, VOUCHER_BYTES)),
  }
}

const ascii = (text: string) => new TextEncoder().encode(text)

/** What a signature is over begins with what it is for, so that none can stand for another. */
export const signedVoucher = (voucher: Uint8Array): Bytes => join(ascii('ZYV1'), voucher)

/** What the phone signs: which ride of which voucher, and when it said so. */
export function signedCode(number: number, counter: number, at: number): Bytes {
  const bytes = new Uint8Array(NUMBER_BYTES + 5)
  const view = viewOf(bytes)
  writeNumber(view, 0, number)
  view.setUint8(NUMBER_BYTES, counter)
  view.setUint32(NUMBER_BYTES + 1, at)
  return join(ascii('ZYR1'), bytes)
}

/** `voucher` is the signed one as the server gave it: 48 bytes and their signature. */
export function writeCode(voucher: Uint8Array, { counter, at, signature }: Code): Bytes {
  const middle = new Uint8Array(5)
  viewOf(middle).setUint8(0, counter)
  viewOf(middle).setUint32(1, at)
  return join(voucher, middle, signature)
}

export function readCode(bytes: Uint8Array): Code {
  const at = VOUCHER_BYTES + SIGNATURE_BYTES
  const view = viewOf(bytes)
  return {
    counter: view.getUint8(at),
    at: view.getUint32(at + 1),
    signature: new Uint8Array(bytes.slice(at + 5, CODE_BYTES)),
  }
}

/** The list without its signature; what is signed is "ZYL1" and these bytes. */
export function writeRevoked({ key, madeAt, numbers }: RevokedList): Bytes {
  const bytes = new Uint8Array(LIST_HEAD_BYTES + numbers.length * NUMBER_BYTES)
  const view = viewOf(bytes)
  bytes[0] = ALGORITHM_ED25519
  bytes[1] = key
  view.setUint32(2, madeAt)
  view.setUint32(6, numbers.length)
  numbers.forEach((number, index) => writeNumber(view, LIST_HEAD_BYTES + index * NUMBER_BYTES, number))
  return bytes
}

export const signedRevoked = (list: Uint8Array): Bytes => join(ascii('ZYL1'), list)

/** Undefined where the length is not that of its count. */
export function readRevoked(signed: Uint8Array): RevokedList | undefined {
  if (signed.length < LIST_HEAD_BYTES + SIGNATURE_BYTES) return undefined
  const view = viewOf(signed)
  const count = view.getUint32(6)
  if (signed.length !== LIST_HEAD_BYTES + count * NUMBER_BYTES + SIGNATURE_BYTES) return undefined
  const numbers = Array.from({ length: count }, (_, index) =>
    readNumber(view, LIST_HEAD_BYTES + index * NUMBER_BYTES),
  )
  return { key: signed[1]!, madeAt: view.getUint32(2), numbers }
}

export const ridesOf = ({ rides: [first, second, third] }: Pick<Voucher, 'rides'>) => first + second + third

/** On which of the voucher's days (0, 1, 2) this counter is good; undefined beyond its rides. */
export function dayOfCounter({ rides }: Pick<Voucher, 'rides'>, counter: number): number | undefined {
  if (counter < 1) return undefined
  let last = 0
  for (const [day, count] of rides.entries()) {
    last += count
    if (counter <= last) return day
  }
  return undefined
}

/** Which of the voucher's days (0, 1, 2) a moment lies in; below 0 before it, 3 or more after. */
export const dayOfMoment = ({ startsAt }: Pick<Voucher, 'startsAt'>, at: number) =>
  Math.floor((at - startsAt) / DAY_SECONDS)

/** The moment from which nothing of it is good any more. */
export const endsAt = ({ startsAt, rides }: Pick<Voucher, 'startsAt' | 'rides'>) =>
  startsAt + (rides[2] > 0 ? 3 : rides[1] > 0 ? 2 : 1) * DAY_SECONDS

export function join(...parts: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
