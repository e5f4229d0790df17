import { makeCode } from '../../verifier/make-code.ts'
import type { Bytes } from '../../verifier/bytes.ts'

/** A member's phone in a test: makes a key for one voucher and signs codes with it. */
export async function makePhone() {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  if (!('publicKey' in pair)) throw new Error('a pair was asked for')
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const sign = async (message: Bytes) =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, message))
  return {
    deviceKey: Buffer.from(raw).toString('base64'),
    code: (voucher: string, counter: number, at: Date) =>
      makeCode(bytesOf(voucher), counter, Math.floor(at.getTime() / 1000), sign),
  }
}

export const bytesOf = (base64: string): Bytes => new Uint8Array(Buffer.from(base64, 'base64'))
