import type { Context } from '#platform/context.ts'
import { blindIndex, decrypt, encrypt, type Keys } from '#platform/keys.ts'
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
