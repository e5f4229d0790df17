import { z } from 'zod'

const key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, '32 bytes in base64')

/**
 * Key material. `encryption` keys rotate (each ciphertext names its key); `blindIndex` is never rotated, since
 * it decides a person's bucket; `secrets` peppers the hashes of codes and tokens and signs short-lived proofs.
 */
export const keysShape = z
  .object({
    current: z.string().regex(/^[a-z0-9]{1,8}$/),
    encryption: z.record(z.string().regex(/^[a-z0-9]{1,8}$/), key),
    blindIndex: key,
    secrets: key,
  })
  .refine(({ current, encryption }) => Object.hasOwn(encryption, current), {
    path: ['current'],
    message: 'names one of the encryption keys',
  })
export type Keys = z.infer<typeof keysShape>
