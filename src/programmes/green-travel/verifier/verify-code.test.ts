import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyAsync } from '@noble/ed25519'
import fc from 'fast-check'
import { encode } from 'uqr'
import { afterAll, describe, expect, test } from 'vitest'
import { fromBase45, toBase45 } from './base45.ts'
import { readVoucher, signedVoucher, VOUCHER_BYTES, writeVoucher } from './bytes.ts'
import { CODE_PREFIX, readRevokedList, verifyCode } from './verify-code.ts'

type Vectors = {
  keys: { no: number; publicKey: string }[]
  revokedList: string
  cases: { name: string; code: string; at: number; answer: string; seen?: string[] }[]
}

const file = new URL('../../../../docs/ride-code-vectors.json', import.meta.url)
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors
const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))
const keys = new Map(vectors.keys.map(({ no, publicKey }) => [no, bytes(publicKey)]))
const folder = mkdtempSync(join(tmpdir(), 'ride-code-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the published cases', () => {
  test.each(vectors.cases)('$name: $answer', async ({ code, at, answer, seen = [] }) => {
    const list = await readRevokedList(bytes(vectors.revokedList), keys)
    const memory = {
      keys,
      revoked: new Set(list!.numbers),
      seen: new Set(seen),
      codeSeconds: 60,
      clockToleranceSeconds: 60,
    }
    const verdict = await verifyCode(code, memory, at)
    expect(verdict.good ? 'good' : verdict.refusal).toBe(answer)
  })
})

test('the program without a server answers the same, by its exit code too', () => {
  writeFileSync(join(folder, 'keys.json'), JSON.stringify({ keys: vectors.keys }))
  writeFileSync(join(folder, 'list.zyl'), bytes(vectors.revokedList))
  const ask = (name: string) => {
    const one = vectors.cases.find((it) => it.name === name)!
    const args = [
      'verify',
      one.code,
      '--keys',
      join(folder, 'keys.json'),
      '--revoked',
      join(folder, 'list.zyl'),
    ]
    const program = new URL('cli.ts', import.meta.url).pathname
    try {
      const said = execFileSync(process.execPath, [
        program,
        ...args,
        '--at',
        new Date(one.at * 1000).toISOString(),
      ])
      return { status: 0, said: JSON.parse(said.toString()) as object }
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: Buffer }
      return { status, said: JSON.parse(stdout.toString()) as object }
    }
  }
  expect(ask('good')).toMatchObject({ status: 0, said: { good: true, counter: 1 } })
  expect(ask('revoked')).toEqual({ status: 1, said: { good: false, refusal: 'revoked' } })
})

test('an altered list of revoked vouchers is no list', async () => {
  const altered = bytes(vectors.revokedList)
  altered[16]! ^= 1
  expect(await readRevokedList(altered, keys)).toBeUndefined()
  expect(await readRevokedList(altered.slice(0, 20), keys)).toBeUndefined()
})

test('the code in JavaScript, for browsers without the curve, agrees with the runtime’s own', async () => {
  const code = fromBase45(vectors.cases[0]!.code.slice(CODE_PREFIX.length))!
  const message = signedVoucher(code.subarray(0, VOUCHER_BYTES))
  const signature = code.slice(VOUCHER_BYTES, VOUCHER_BYTES + 64)
  expect(await verifyAsync(signature, message, keys.get(1)!, { zip215: false })).toBe(true)
  signature[0]! ^= 1
  expect(await verifyAsync(signature, message, keys.get(1)!, { zip215: false })).toBe(false)
})

test('a code fits version 8 of a QR code, 49 modules wide', () => {
  expect(encode(vectors.cases[0]!.code, { ecc: 'L', border: 0 }).size).toBe(49)
})

test('Base45 gives back what it was given, and takes nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (given) => {
      expect(fromBase45(toBase45(given))).toEqual(new Uint8Array(given))
    }),
  )
  for (const text of ['A', ':::', 'abc', ' !']) expect(fromBase45(text)).toBeUndefined()
})

test('a voucher’s bytes give its fields back', () => {
  const share = fc.integer({ min: 0, max: 20 })
  const voucher = fc.record({
    key: fc.integer({ min: 1, max: 255 }),
    number: fc.integer({ min: 1, max: 2 ** 49 - 1 }),
    startsAt: fc.nat({ max: 2 ** 31 }),
    rides: fc.tuple(share, share, share),
    deviceKey: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((key) => new Uint8Array(key)),
  })
  fc.assert(
    fc.property(voucher, (one) => {
      expect(readVoucher(writeVoucher(one))).toEqual(one)
    }),
  )
})
