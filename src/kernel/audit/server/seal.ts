import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { sha256 } from '#platform/digest.ts'
import type { AuditTables } from './tables.ts'

const LINES_PER_SEAL_MAX = 1000
/** The digest that the first seal stands on. */
const GENESIS = sha256('zhenyi audit')

/** A seal's digest stands on the one before, and on every line's digest in order. */
export const sealDigest = (no: number, previous: string, lineDigests: readonly string[]) =>
  sha256([no, previous, ...lineDigests].join('\n'))

/** Seals all committed lines that no seal holds yet, in segments; answers how many lines. */
export async function sealLines(ctx: Context): Promise<number> {
  let sealed = 0
  for (;;) {
    // A job seals each segment in a transaction of its own; a command is in one already.
    const count = ctx.db.isTransaction
      ? await sealSegment(ctx)
      : await ctx.db.transaction().execute((db) => sealSegment({ ...ctx, db }))
    sealed += count
    if (count < LINES_PER_SEAL_MAX) return sealed
  }
}

async function sealSegment(ctx: Context): Promise<number> {
  const db = ctx.db.withTables<AuditTables>()
  // One sealer at a time: the chain has one head.
  await sql`select pg_advisory_xact_lock(hashtext('audit.seal'))`.execute(db)
  const lines = await unsealedLines(ctx)
  if (lines.length === 0) return 0
  const head = await latestSeal(ctx)
  const no = (head?.no ?? 0) + 1
  const previous = head?.digest ?? GENESIS
  const digest = sealDigest(
    no,
    previous,
    lines.map((line) => line.digest),
  )
  await db
    .insertInto('audit.seal')
    .values({ no, line_count: lines.length, previous_digest: previous, digest })
    .execute()
  await sql`insert into audit.sealed_line (line_id, seal_no, position, digest)
    select line_id, ${no}, position - 1, digest
    from unnest(${lines.map((line) => line.id)}::uuid[], ${lines.map((line) => line.digest)}::text[])
      with ordinality as one (line_id, digest, position)`.execute(db)
  return lines.length
}

/**
 * No transaction lasts a day, so nothing older than that before the last seal can still be on its way: looking no
 * further keeps the work small however long the log grows, and an older line that appears later was slipped in. It
 * stays unsealed, and verifying tells of it.
 */
const COMMITTED_WITHIN_DAYS = 1

async function unsealedLines(ctx: Context): Promise<{ id: string; digest: string }[]> {
  const { rows } = await sql<{ id: string; digest: string }>`
    select line.id, audit.line_digest(line) as digest from audit.line line
    where line.at > coalesce(
        (select sealed_at - make_interval(days => ${COMMITTED_WITHIN_DAYS}) from audit.seal order by no desc limit 1),
        '-infinity')
      and not exists (select from audit.sealed_line sealed where sealed.line_id = line.id)
    order by line.id limit ${LINES_PER_SEAL_MAX}`.execute(ctx.db)
  return rows
}

export type Seal = { readonly no: number; readonly digest: string; readonly sealedAt: Date }

/** The head of the chain; every publication, statement and contest result prints it. */
export async function latestSeal(ctx: Context): Promise<Seal | undefined> {
  return ctx.db
    .withTables<AuditTables>()
    .selectFrom('audit.seal')
    .select(['no', 'digest', 'sealed_at as sealedAt'])
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export { GENESIS }
