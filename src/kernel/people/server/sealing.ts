import type { Context } from '#platform/context.ts'
import { blindIndex, bucketOf, decrypt, encrypt, type Keys } from '#platform/keys.ts'
import type { ReadIdentity } from './read-identity.ts'
import type { Document } from './rules/document.ts'

/** How identity numbers and phones are kept: sealed for whoever may read them, indexed for exact looking up. */

type Keyed = { readonly config: Pick<Context['config'], 'keys'> }

export const documentIndex = (keys: Keys, document: Document): Buffer =>
  blindIndex(keys, 'identity', `${document.kind}:${document.number}`)

export const phoneIndex = (keys: Keys, phone: string): Buffer => blindIndex(keys, 'phone', phone)

export const sealDocument = (keys: Keys, number: string): Buffer => encrypt(keys, 'identity', number)
export const sealPhone = (keys: Keys, phone: string): Buffer => encrypt(keys, 'phone', phone)

export const openDocument = (ctx: Keyed, sealed: Buffer): string =>
  decrypt(ctx.config.keys, 'identity', sealed)
export const openPhone = (ctx: Keyed, sealed: Buffer): string => decrypt(ctx.config.keys, 'phone', sealed)

/** A person as the register keeps one, but for the key: what a roster stages before anybody is registered. */
export type SealedPerson = {
  readonly bk: number
  readonly blindIndex: Buffer
  readonly documentSealed: Buffer
  readonly phoneSealed: Buffer | null
  readonly phoneIndex: Buffer | null
}

/** Pure but for the nonces: for whoever seals many, off the server's own thread. */
export function sealPerson(keys: Keys, identity: ReadIdentity): SealedPerson {
  const blindIndex = documentIndex(keys, identity.document)
  const { phone } = identity
  return {
    bk: bucketOf(blindIndex),
    blindIndex,
    documentSealed: sealDocument(keys, identity.document.number),
    phoneSealed: phone === null ? null : sealPhone(keys, phone),
    phoneIndex: phone === null ? null : phoneIndex(keys, phone),
  }
}
