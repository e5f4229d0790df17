import { sql } from 'kysely'
import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { databaseTime } from './as-of.ts'

/** A row is stamped a moment before its transaction has a number; this is far longer than that moment. */
const STAMP_TO_NUMBER_MS = 250
const LOOK_EVERY_MS = 100
const WAIT_MAX_MS = 20_000

/**
 * Answers a moment such that the rows with `recorded_at` up to it are all there and none will join them. A row is
 * stamped when it is inserted and seen when its transaction commits, perhaps minutes later: so every transaction
 * that was under way at the moment must first have ended. Must be called in a transaction; refuses after 20 seconds,
 * and where another freeze is under way (the two would wait for each other).
 */
export async function settledMoment(ctx: Context): Promise<Date> {
  if (!(await isOnlyFreeze(ctx))) throw anotherFreeze()
  const moment = await databaseTime(ctx)
  await pause(STAMP_TO_NUMBER_MS)
  const writers = await writersUnderWay(ctx)
  for (let waited = 0; waited <= WAIT_MAX_MS; waited += LOOK_EVERY_MS) {
    const now = new Set(await writersUnderWay(ctx))
    if (!writers.some((writer) => now.has(writer))) return moment
    await pause(LOOK_EVERY_MS)
  }
  throw stillWriting()
}

async function isOnlyFreeze(ctx: Context): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('figures.freeze')) as mine`.execute(ctx.db)
  return rows[0]!.mine
}

/**
 * Transactions of others in this database that have written and not ended. Asked of the lock table, where each holds
 * a lock on its own number: a snapshot's xmax stands after the last transaction that *ended*, so one that is
 * still running may lie beyond it and be missed.
 */
async function writersUnderWay(ctx: Context): Promise<string[]> {
  const { rows } = await sql<{ writer: string }>`
    select lock.transactionid::text as writer
    from pg_locks lock left join pg_stat_activity session on session.pid = lock.pid
    where lock.locktype = 'transactionid' and lock.mode = 'ExclusiveLock' and lock.granted
      and lock.pid is distinct from pg_backend_pid()
      and (session.datname is null or session.datname = current_database())`.execute(ctx.db)
  return rows.map(({ writer }) => writer)
}

const anotherFreeze = () =>
  conflict('another-freeze', {
    zh: '另一份公布正在冻结，请稍后再试。',
    en: 'Another publication is being frozen; try again in a moment.',
  })

const stillWriting = () =>
  conflict('still-writing', {
    zh: '有一项较长的写入（例如导入）还没有结束，记录尚未齐全。请等它完成后再批准。',
    en: 'A long write, such as an import, has not ended, so the records are not complete. Approve once it is done.',
  })
