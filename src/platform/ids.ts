import { randomBytes, randomFillSync } from 'node:crypto'

/** Asking the system for randomness costs the same for one id and for 256, and every request has an id. */
const pool = Buffer.alloc(4096)
let used = pool.length

/** UUID version 7 (RFC 9562): ordered by time, so that keys stay together in an index. */
export function newId(at?: number): string {
  const hex = newIdBytes(at).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The same as its sixteen bytes, to be copied at once: the memory is given out again later. */
export function newIdBytes(at: number = Date.now()): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.subarray(used, (used += 16))
  bytes.writeUIntBE(at, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes
}

export const idToBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

const base32 = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789'

/** A secret that a person may have to read aloud: no I, L, O, U. Five bits a letter. */
export function randomCode(letters: number): string {
  return Array.from(randomBytes(letters), (byte) => base32[byte & 31]).join('')
}

export const randomToken = () => randomBytes(32).toString('base64url')
