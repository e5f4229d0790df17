import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { fromBase45, toBase45 } from '../base45.ts'
import { CODE_BYTES, signedRevoked, signedVoucher, writeRevoked, writeVoucher, type Bytes } from '../bytes.ts'
import { makeCode } from '../make-code.ts'
import { CODE_PREFIX } from '../verify-code.ts'

/**
 * Makes docs/ride-code-vectors.json anew: `node src/programmes/green-travel/verifier/testing/make-vectors.ts`. Keys come from
 * words, so that anybody can make the same file.
 */
const keyOf = (word: string) =>
  createPrivateKey({
    key: Buffer.concat([
      Buffer.from('302e020100300506032b657004220420', 'hex'),
      createHash('sha256').update(word).digest(),
    ]),
    format: 'der',
    type: 'pkcs8',
  })
const publicOf = (key: ReturnType<typeof keyOf>): Bytes =>
  new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(12))
const signer = (key: ReturnType<typeof keyOf>) => async (message: Bytes) =>
  new Uint8Array(sign(null, message, key))

const server = keyOf('ride-code test server')
const stranger = keyOf('ride-code test stranger')
const phone = keyOf('ride-code test phone')
/** 2026-11-23 00:00 in the city. */
const START = Date.parse('2026-11-22T16:00:00Z') / 1000
const NOON = START + 12 * 3_600
const DAY = 86_400
const NUMBER = 82 * 2 ** 40 + 7 * 2 ** 34 + 123_456_789

async function voucherOf(number: number, by = server, key = 1): Promise<Bytes> {
  const body = writeVoucher({ key, number, startsAt: START, rides: [4, 4, 2], deviceKey: publicOf(phone) })
  return new Uint8Array(Buffer.concat([body, await signer(by)(signedVoucher(body))]))
}

const voucher = await voucherOf(NUMBER)
const good = await makeCode(voucher, 1, NOON, signer(phone))
const altered = (at: number, value: number) => {
  const bytes = fromBase45(good.slice(CODE_PREFIX.length))!
  bytes[at] = value
  return CODE_PREFIX + toBase45(bytes)
}
const revokedNumber = NUMBER + 1
const listBody = writeRevoked({ key: 1, madeAt: NOON, numbers: [revokedNumber] })

const cases: { name: string; code: string; at: number; answer: string; seen?: string[] }[] = [
  { name: 'good', code: good, at: NOON + 10, answer: 'good' },
  { name: 'good, the reader a minute behind', code: good, at: NOON - 60, answer: 'good' },
  {
    name: 'good on the second day',
    code: await makeCode(voucher, 5, NOON + DAY, signer(phone)),
    at: NOON + DAY,
    answer: 'good',
  },
  {
    name: 'good in the last second of the last day',
    code: await makeCode(voucher, 10, START + 3 * DAY - 1, signer(phone)),
    at: START + 3 * DAY,
    answer: 'good',
  },
  { name: 'the code is two minutes and a second old', code: good, at: NOON + 121, answer: 'code-too-old' },
  { name: 'the reader is 61 s behind the phone', code: good, at: NOON - 61, answer: 'code-in-the-future' },
  {
    name: 'the voucher ended',
    code: await makeCode(voucher, 1, START + 3 * DAY, signer(phone)),
    at: START + 3 * DAY,
    answer: 'expired',
  },
  {
    name: 'the voucher has not begun',
    code: await makeCode(voucher, 1, START - 1, signer(phone)),
    at: START,
    answer: 'not-yet',
  },
  {
    name: 'the fifth ride on the first day',
    code: await makeCode(voucher, 5, NOON, signer(phone)),
    at: NOON,
    answer: 'wrong-day',
  },
  {
    name: 'an eleventh ride of ten',
    code: await makeCode(voucher, 11, NOON, signer(phone)),
    at: NOON,
    answer: 'counter-beyond',
  },
  {
    name: 'ride nought',
    code: await makeCode(voucher, 0, NOON, signer(phone)),
    at: NOON,
    answer: 'counter-beyond',
  },
  {
    name: 'shown again to the same reader',
    code: good,
    at: NOON + 5,
    answer: 'seen-before',
    seen: [`${NUMBER}/1`],
  },
  {
    name: 'revoked',
    code: await makeCode(await voucherOf(revokedNumber), 1, NOON, signer(phone)),
    at: NOON,
    answer: 'revoked',
  },
  {
    name: 'a voucher that somebody else signed',
    code: await makeCode(await voucherOf(NUMBER, stranger), 1, NOON, signer(phone)),
    at: NOON,
    answer: 'forged-voucher',
  },
  {
    name: 'a code that another phone signed',
    code: await makeCode(voucher, 1, NOON, signer(stranger)),
    at: NOON,
    answer: 'forged-code',
  },
  { name: 'the counter altered', code: altered(112, 2), at: NOON, answer: 'forged-code' },
  { name: 'the moment altered', code: altered(116, 1), at: NOON, answer: 'forged-code' },
  { name: 'the rides of the voucher altered', code: altered(13, 20), at: NOON, answer: 'forged-voucher' },
  { name: 'a key that nobody published', code: altered(1, 9), at: NOON, answer: 'unknown-key' },
  { name: 'an algorithm that nobody knows', code: altered(0, 2), at: NOON, answer: 'unknown-algorithm' },
  { name: 'cut short', code: good.slice(0, -3), at: NOON, answer: 'malformed' },
  { name: 'another QR code', code: 'HTTPS://EXAMPLE.ORG', at: NOON, answer: 'malformed' },
  { name: 'a letter outside the alphabet', code: `${good.slice(0, -1)}!`, at: NOON, answer: 'malformed' },
]

const file = {
  about:
    'Cases of docs/ride-code.md. codeSeconds 60, clockToleranceSeconds 60. "at" is the reader\'s clock in seconds.',
  codeBytes: CODE_BYTES,
  keys: [{ no: 1, publicKey: Buffer.from(publicOf(server)).toString('base64') }],
  revokedList: Buffer.concat([listBody, await signer(server)(signedRevoked(listBody))]).toString('base64'),
  cases,
}
const target = new URL('../../../../../docs/ride-code-vectors.json', import.meta.url)
writeFileSync(target, `${JSON.stringify(file, null, 2)}\n`)
