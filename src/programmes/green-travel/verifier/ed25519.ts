import { verifyAsync } from '@noble/ed25519'

type Bytes = Uint8Array<ArrayBuffer>

/** Asked once: not every browser's own crypto knows the curve (it came to them between 2023 and 2025). */
let known: Promise<boolean> | undefined

export const hasOwnEd25519 = (): Promise<boolean> =>
  (known ??= crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']).then(
    () => true,
    () => false,
  ))

/** Whether the signature over `message` is the key's. False for a key or a signature of a wrong form too. */
export async function verifySignature(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  try {
    if (!(await hasOwnEd25519())) return await verifyAsync(signature, message, publicKey, { zip215: false })
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, signature, message)
  } catch {
    return false
  }
}
