import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomFillSync,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto'
import type { Keys } from './keys-shape.ts'

export type { Keys }

/**
 * By purpose and material. Both are few and fixed, and a session's hash is asked with every request. Kept as key objects:
 * given its bytes, Node 24 prepares a key anew for every call, at four times the cost of the call.
 */
const derivedKeys = new Map<string, Map<string, KeyObject>>()

/** One key for one purpose, so that no value of one use can stand for another's. */
function derived(material: string, purpose: string): KeyObject {
  const known = derivedKeys.get(purpose)?.get(material)
  if (known !== undefined) return known
  const bytes = hkdfSync('sha256', Buffer.from(material, 'base64'), '', `zhenyi/${purpose}`, 32)
  const made = createSecretKey(Buffer.from(bytes))
  const ofPurpose = derivedKeys.get(purpose) ?? new Map<string, KeyObject>()
  derivedKeys.set(purpose, ofPurpose.set(material, made))
  return made
}

const ALGORITHM_AES_256_GCM = 1

const NONCE_BYTES = 12
/** Asking the system for randomness costs the same for one nonce and for 341; each piece is given out once. */
const noncePool = Buffer.alloc(NONCE_BYTES * 341)
let nonceUsed = noncePool.length

function freshNonce(): Buffer {
  if (nonceUsed === noncePool.length) {
    randomFillSync(noncePool)
    nonceUsed = 0
  }
  return noncePool.subarray(nonceUsed, (nonceUsed += NONCE_BYTES))
}

/** One byte names the algorithm, then the key's name, so that both can change without touching old rows. */
export function encrypt(keys: Keys, purpose: string, plain: string): Buffer {
  const nonce = freshNonce()
  const cipher = createCipheriv('aes-256-gcm', derived(keys.encryption[keys.current]!, purpose), nonce)
  const body = cipher.update(plain, 'utf8')
  // In this mode nothing is left over; it only makes the tag.
  cipher.final()
  return Buffer.concat([sealHead(keys.current), nonce, cipher.getAuthTag(), body])
}

const sealHeads = new Map<string, Buffer>()

function sealHead(name: string): Buffer {
  const known = sealHeads.get(name)
  if (known !== undefined) return known
  const head = Buffer.concat([Buffer.from([ALGORITHM_AES_256_GCM, name.length]), Buffer.from(name)])
  sealHeads.set(name, head)
  return head
}

/** Throws where the ciphertext was altered, or its key is not in the configuration. */
export function decrypt(keys: Keys, purpose: string, sealed: Buffer): string {
  if (sealed[0] !== ALGORITHM_AES_256_GCM) throw new Error(`unknown encryption algorithm ${sealed[0]}`)
  const nameEnd = 2 + sealed[1]!
  const name = sealed.subarray(2, nameEnd).toString()
  const material = keys.encryption[name]
  if (material === undefined) throw new Error(`encryption key ${name} is not configured`)
  const decipher = createDecipheriv(
    'aes-256-gcm',
    derived(material, purpose),
    sealed.subarray(nameEnd, nameEnd + 12),
  )
  decipher.setAuthTag(sealed.subarray(nameEnd + 12, nameEnd + 28))
  return Buffer.concat([decipher.update(sealed.subarray(nameEnd + 28)), decipher.final()]).toString('utf8')
}

/** Equal values give equal indexes; nobody without the key can test a guess. */
export const blindIndex = (keys: Keys, purpose: string, value: string): Buffer =>
  createHmac('sha256', derived(keys.blindIndex, purpose)).update(value).digest()

/** The bucket (0 to 63) that leads the keys of whatever belongs to this index (decision record 0003). */
export const bucketOf = (index: Buffer): number => index[0]! & 63

/** How codes and tokens are stored: hashed with a pepper, so that a copy of the database opens nothing. */
export const secretHash = (keys: Keys, purpose: string, secret: string): Buffer =>
  createHmac('sha256', derived(keys.secrets, purpose)).update(secret).digest()

/** A short signed statement, such as "this station's plate was scanned at 08:30". */
export function sign(keys: Keys, purpose: string, statement: object): string {
  const body = Buffer.from(JSON.stringify(statement)).toString('base64url')
  return `${body}.${secretHash(keys, purpose, body).toString('base64url')}`
}

/** The statement, or undefined where the signature does not hold. Age is the caller's matter. */
export function verifySigned(keys: Keys, purpose: string, token: string): unknown {
  const [body, signature, ...rest] = token.split('.')
  if (body === undefined || signature === undefined || rest.length > 0) return undefined
  const expected = secretHash(keys, purpose, body)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
}
