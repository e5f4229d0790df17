import { getPublicKeyAsync, signAsync, utils } from '@noble/ed25519'
import type { Bytes } from '../../../verifier/bytes.ts'
import { hasOwnEd25519 } from '../../../verifier/ed25519.ts'

/**
 * A voucher's private half. Where the browser's own crypto knows the curve nobody can read it out, this page included; else its
 * 32 bytes lie in this browser's database, which only pages of ours can open.
 */
export type DeviceKey = CryptoKey | Bytes

export async function makeDeviceKey(): Promise<{ privateKey: DeviceKey; publicKey: Bytes }> {
  if (!(await hasOwnEd25519())) {
    const secret = new Uint8Array(utils.randomSecretKey())
    return { privateKey: secret, publicKey: new Uint8Array(await getPublicKeyAsync(secret)) }
  }
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
  if (!('publicKey' in pair)) throw new Error('a pair was asked for')
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  return { privateKey: pair.privateKey, publicKey }
}

export const signWithDevice =
  (key: DeviceKey) =>
  async (message: Bytes): Promise<Bytes> =>
    new Uint8Array(
      key instanceof Uint8Array
        ? await signAsync(message, key)
        : await crypto.subtle.sign('Ed25519', key, message),
    )
