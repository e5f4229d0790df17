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
  const next = await nextTransaction(ctx)
  for (let waited = 0; waited <= WAIT_MAX_MS; waited += LOOK_EVERY_MS) {
    if ((await underWayBefore(ctx, next)) === 0) return moment
    await pause(LOOK_EVERY_MS)
  }
  throw stillWriting()
}

async function isOnlyFreeze(ctx: Context): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('figures.freeze')) as mine`.execute(ctx.db)
  return rows[0]!.mine
}

/** The number that the next transaction will get: whatever wrote before the moment has a lower one. */
async function nextTransaction(ctx: Context): Promise<string> {
  const { rows } = await sql<{ next: string }>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as next`.execute(ctx.db)
  return rows[0]!.next
}

/** Transactions below that number that have not ended. A snapshot never lists the transaction that takes it. */
async function underWayBefore(ctx: Context, next: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_snapshot_xip(pg_current_snapshot()) as one (number)
    where one.number < ${next}::xid8`.execute(ctx.db)
  return rows[0]!.count
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
