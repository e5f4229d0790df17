import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { decrypt, encrypt, type Keys } from '#platform/keys.ts'
import type { Points } from '../../rules/rank.ts'

/**
 * Scores are sealed to a round's public key (X25519, HKDF, AES-256-GCM), so that whoever stores a sheet cannot read one.
 * The other half lies under the house's own key and is opened by the close of the round, and by nothing else.
 */
export type SealedSheet = { readonly points: Points; readonly nonce: string }

const PURPOSE = 'contest-round'
const PUBLIC_BYTES = 44
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function newRoundKeys(keys: Keys): { publicKey: Buffer; privateKeySealed: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  return { publicKey: spki(publicKey), privateKeySealed: encrypt(keys, PURPOSE, secret) }
}

/** Reads a round's public key once, for as many sheets as come. */
export function sealerOf(roundKey: Buffer) {
  const receiver = createPublicKey({ key: roundKey, type: 'spki', format: 'der' })
  return (assignmentId: string, sheet: SealedSheet): Buffer => {
    const own = generateKeyPairSync('x25519')
    const shared = diffieHellman({ privateKey: own.privateKey, publicKey: receiver })
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', keyOf(shared, roundKey), nonce)
    // Bound to its assignment: a sheet moved to another row does not open.
    cipher.setAAD(Buffer.from(assignmentId))
    const body = Buffer.concat([cipher.update(JSON.stringify(sheet), 'utf8'), cipher.final()])
    return Buffer.concat([spki(own.publicKey), nonce, cipher.getAuthTag(), body])
  }
}

/** Opens a round's key once, for all of its sheets. Throws where a sheet was altered or moved. */
export function openerOf(keys: Keys, round: { publicKey: Buffer; privateKeySealed: Buffer }) {
  const der = Buffer.from(decrypt(keys, PURPOSE, round.privateKeySealed), 'base64')
  const privateKey = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
  return (assignmentId: string, sealed: Buffer): SealedSheet => {
    const sender = createPublicKey({ key: sealed.subarray(0, PUBLIC_BYTES), type: 'spki', format: 'der' })
    const shared = diffieHellman({ privateKey, publicKey: sender })
    const nonceEnd = PUBLIC_BYTES + NONCE_BYTES
    const nonce = sealed.subarray(PUBLIC_BYTES, nonceEnd)
    const decipher = createDecipheriv('aes-256-gcm', keyOf(shared, round.publicKey), nonce)
    decipher.setAAD(Buffer.from(assignmentId))
    decipher.setAuthTag(sealed.subarray(nonceEnd, nonceEnd + TAG_BYTES))
    const plain = Buffer.concat([decipher.update(sealed.subarray(nonceEnd + TAG_BYTES)), decipher.final()])
    return JSON.parse(plain.toString('utf8')) as SealedSheet
  }
}

const keyOf = (shared: Buffer, roundKey: Buffer) =>
  Buffer.from(hkdfSync('sha256', shared, roundKey, 'zhenyi/contest-sheet', 32))

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' })

/** A draft belongs to its judge alone; it lies under the house's key, because the judge reads it again. */
export const sealDraft = (keys: Keys, assignmentId: string, points: Points): Buffer =>
  encrypt(keys, 'contest-draft', JSON.stringify({ assignmentId, points }))

export const openDraft = (keys: Keys, sealed: Buffer): Points =>
  (JSON.parse(decrypt(keys, 'contest-draft', sealed)) as { points: Points }).points
