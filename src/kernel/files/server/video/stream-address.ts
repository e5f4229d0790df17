import type { Actor, Context } from '#platform/context.ts'
import { decrypt, encrypt } from '#platform/keys.ts'

const PURPOSE = 'file-stream'
const GOOD_FOR_MS = 12 * 3_600_000

/**
 * An address from which the caller's player may fetch a file piece by piece for twelve hours; whoever calls this has
 * checked that they may. It is sealed: neither the file's name nor its id can be read from it. Given to a visitor, it is
 * good for everybody; given to an account, for that account only.
 */
export function streamAddress(ctx: Pick<Context, 'config' | 'actor' | 'now'>, fileId: string): string {
  const ticket = [fileId, accountOf(ctx.actor), ctx.now.getTime() + GOOD_FOR_MS]
  const sealed = encrypt(ctx.config.keys, PURPOSE, JSON.stringify(ticket))
  return `/api/files/stream?ticket=${sealed.toString('base64url')}`
}

/** The file's id where the address is whole, in time and theirs. */
export function readStreamAddress(
  { config, actor, now }: Pick<Context, 'config' | 'actor' | 'now'>,
  token: string,
): string | undefined {
  try {
    const ticket = decrypt(config.keys, PURPOSE, Buffer.from(token, 'base64url'))
    const [fileId, accountId, until] = JSON.parse(ticket) as [string, string | null, number]
    const isTheirs = accountId === null || accountId === accountOf(actor)
    return isTheirs && now.getTime() < until ? fileId : undefined
  } catch {
    // Whatever was changed on the way, there is no such file.
    return undefined
  }
}

const accountOf = (actor: Actor): string | null => (actor.kind === 'account' ? actor.accountId : null)
