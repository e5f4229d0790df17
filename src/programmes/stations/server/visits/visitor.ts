import type { Context } from '#platform/context.ts'
import { Failure } from '#platform/failures.ts'
import { blindIndex, bucketOf, type Keys } from '#platform/keys.ts'

/**
 * Who visits: an account, or a device that is not signed in, as a keyed digest of 16 bytes. A trace of places thus
 * names nobody by itself, and the digest's first byte gives the bucket.
 */
export type Visitor = { readonly bk: number; readonly digest: Buffer }

export const visitorOfAccount = (keys: Keys, accountId: string): Visitor =>
  visitor(keys, `account:${accountId}`)
export const visitorOfDevice = (keys: Keys, visitorKey: string): Visitor =>
  visitor(keys, `device:${visitorKey}`)

function visitor(keys: Keys, name: string): Visitor {
  const digest = blindIndex(keys, 'visitor', name).subarray(0, 16)
  return { bk: bucketOf(digest), digest }
}

/** The account of whoever is signed in, else the device that names itself. */
export function findVisitor(ctx: Context, visitorKey: string | undefined): Visitor | undefined {
  const { keys } = ctx.config
  if (ctx.actor.kind === 'account') return visitorOfAccount(keys, ctx.actor.accountId)
  return visitorKey === undefined ? undefined : visitorOfDevice(keys, visitorKey)
}

export function requireVisitor(ctx: Context, visitorKey: string | undefined): Visitor {
  const found = findVisitor(ctx, visitorKey)
  if (found !== undefined) return found
  throw new Failure(401, 'visitor-unknown', {
    zh: '请先登录，或用本页的设备编号（visitorKey）打卡，这样您以后还能找到自己的记录。',
    en: 'Sign in, or send the key of this device (visitorKey), so that you find your own records again.',
  })
}
