import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal. */
export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
