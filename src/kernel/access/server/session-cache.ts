import type { Actor, Context } from '#platform/context.ts'

/** How long an answer of `identify` may stand: a session ended in another process lives on this long at most. */
const KEPT_MS = 5_000
const ENTRIES_MAX = 20_000

type Entry = { readonly actor: Actor; readonly at: number }

/** One cache an application, found by its configuration, so that two worlds in a process share nothing. */
const caches = new WeakMap<object, Map<string, Entry>>()

function cacheOf(config: object): Map<string, Entry> {
  const known = caches.get(config)
  if (known !== undefined) return known
  const made = new Map<string, Entry>()
  caches.set(config, made)
  return made
}

export function rememberedActor(at: Pick<Context, 'config' | 'now'>, key: string): Actor | undefined {
  const entry = cacheOf(at.config).get(key)
  const age = entry === undefined ? Infinity : at.now.getTime() - entry.at
  return age >= 0 && age < KEPT_MS ? entry?.actor : undefined
}

/** Strangers are not remembered, so that guessing tokens fills nothing. */
export function rememberActor(at: Pick<Context, 'config' | 'now'>, key: string, actor: Actor): void {
  if (actor.kind === 'anonymous') return
  const cache = cacheOf(at.config)
  if (cache.size >= ENTRIES_MAX) cache.clear()
  cache.set(key, { actor, at: at.now.getTime() })
}

/** After every change of sessions, roles or keys; clearing all is cheap, and such changes are rare. */
export function forgetActors(ctx: Context): void {
  ctx.afterCommit(async () => cacheOf(ctx.config).clear())
}
