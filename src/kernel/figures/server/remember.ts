import type { Context, Db } from '#platform/context.ts'
import { PUBLIC_CACHE_SECONDS } from '../shapes.ts'

type Entry = { readonly from: number; readonly answer: Promise<unknown> }

/** Keyed by the pool, so that two cities in one process never see each other's numbers. */
const answers = new WeakMap<Db, Map<string, Entry>>()

const ENTRIES_MAX = 2_000

/**
 * Public answers are computed once in sixty seconds of the caller's clock and shared by all who ask meanwhile. Inside
 * a transaction nothing is remembered: there somebody freezes or audits.
 */
export async function remember<T>(ctx: Context, name: string, compute: () => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return compute()
  const known = answers.get(ctx.db) ?? new Map<string, Entry>()
  answers.set(ctx.db, known)
  const now = ctx.now.getTime()
  const entry = known.get(name)
  if (entry !== undefined && Math.abs(now - entry.from) < PUBLIC_CACHE_SECONDS * 1000)
    return entry.answer as Promise<T>
  if (known.size >= ENTRIES_MAX) known.clear()
  const answer = compute()
  known.set(name, { from: now, answer })
  // A failure is not an answer: the next asker tries again.
  answer.catch(() => known.delete(name))
  return answer
}
