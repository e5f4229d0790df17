import { sql } from 'kysely'
import { admitMany } from '#kernel/memberships/index.ts'
import type { Context, Db } from '#platform/context.ts'
import { wakeJob } from '#platform/jobs.ts'
import { RUN_FOLDING } from '../figures/fold-members.ts'
import type { StandingImport } from './import-rows.ts'
import { tables } from './tables.ts'
import { tallyRows } from './tally-rows.ts'
import { traceJoined, traceKnown } from './undo/trace-rows.ts'
import { writeNewRows, type Chunk } from './write-new-rows.ts'

const CHUNK_ROWS = 5_000

/**
 * Writes the next rows and how far it came: whatever ends this process, a row is written once or not yet. The database
 * refuses doubles by itself besides, since two imports may meet the same person.
 */
export async function writeChunk(ctx: Context, pool: Db, standing: StandingImport): Promise<void> {
  const from = standing.written_through
  const through = Math.min(from + CHUNK_ROWS, standing.checked_through)
  const chunk = sql<boolean>`r.import_id = ${standing.id}::uuid and r.row > ${from} and r.row <= ${through}`
  const written = (await writeHalves(ctx, pool, standing, chunk)) + (await writeJoining(ctx, standing, chunk))
  const updated = standing.with_changes ? await writeChanges(ctx, standing, chunk) : 0
  const isDone = through >= standing.checked_through
  await tables(ctx)
    .updateTable('membership.roster_import')
    .set({
      written_through: through,
      rows_written: standing.rows_written + written,
      rows_updated: standing.rows_updated + updated,
      ...(isDone && { state: 'done' as const, ended_at: ctx.now }),
    })
    .where('id', '=', standing.id)
    .execute()
  if (isDone) await conclude(ctx, standing, standing.rows_written + written)
}

/**
 * The new ones by halves of the buckets, over two connections, since the database spends a whole core on one. The other
 * half commits before it is noted how far the import came: where that note is lost, the half finds its rows written, and
 * counts them.
 */
async function writeHalves(ctx: Context, pool: Db, standing: StandingImport, chunk: Chunk): Promise<number> {
  const other = pool
    .transaction()
    .execute((db) => writeNewRows({ ...ctx, db }, standing, sql<boolean>`${chunk} and r.bk >= 32`))
  const both = await Promise.allSettled([
    writeNewRows(ctx, standing, sql<boolean>`${chunk} and r.bk < 32`),
    other,
  ])
  return both.reduce((sum, half) => sum + countOf(half), 0)
}

/** Neither half may be left running while this one's failure is told. */
function countOf(half: PromiseSettledResult<number>): number {
  if (half.status === 'rejected') throw half.reason
  return half.value
}

/** Known, and no member now: few, so that the front door for lists will do. */
async function writeJoining(ctx: Context, standing: StandingImport, chunk: Chunk): Promise<number> {
  const rows = await tables(ctx)
    .selectFrom('membership.roster_row as r')
    .select(['known_bk', 'known_id', 'organisation_id', 'from_day', 'new_form'])
    .where(chunk)
    .where('verdict', '=', 'joins')
    .execute()
  if (rows.length === 0) return 0
  await traceKnown(ctx, chunk, 'joins')
  const made = await admitMany(
    ctx,
    rows.map((row) => ({
      person: { bk: row.known_bk!, id: row.known_id! },
      organisationId: row.organisation_id!,
      fromDay: row.from_day!,
      newForm: row.new_form!,
    })),
  )
  await traceJoined(ctx, chunk, made)
  await bringUpToDate(ctx, standing, chunk, 'joins')
  return made.length
}

async function writeChanges(ctx: Context, standing: StandingImport, chunk: Chunk): Promise<number> {
  if ((standing.tally.changes ?? 0) === 0) return 0
  await traceKnown(ctx, chunk, 'changes')
  return bringUpToDate(ctx, standing, chunk, 'changes')
}

/** What a row leaves empty stays as it was known. */
async function bringUpToDate(
  ctx: Context,
  standing: StandingImport,
  chunk: Chunk,
  verdict: 'joins' | 'changes',
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into membership.particulars as known (bk, person_id, employment, ethnicity, education, skill, household)
    select r.known_bk, r.known_id, coalesce(r.employment, q.employment, ${standing.default_employment}), r.ethnicity, r.education, r.skill, r.household
    from membership.roster_row r
    left join membership.particulars q on q.bk = r.known_bk and q.person_id = r.known_id
    where ${chunk} and r.verdict = ${verdict}
    on conflict (bk, person_id) do update set
      employment = excluded.employment,
      ethnicity = coalesce(excluded.ethnicity, known.ethnicity),
      education = coalesce(excluded.education, known.education),
      skill = coalesce(excluded.skill, known.skill),
      household = coalesce(excluded.household, known.household),
      recorded_at = now()`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}

/** Counts what it came to, and says so in the audit log under the name of whoever ordered it. */
async function conclude(ctx: Context, standing: StandingImport, written: number): Promise<void> {
  const { tally, faults } = await tallyRows(ctx, standing.id)
  await tables(ctx)
    .updateTable('membership.roster_import')
    .set({ tally: JSON.stringify(tally), faults: JSON.stringify(faults) })
    .where('id', '=', standing.id)
    .execute()
  const auditNote = {
    organisationId: standing.organisation_id,
    subjects: [`roster-import:${standing.id}`, `file:${standing.file_id}`],
    detail: { rows: standing.rows_checked, written, sha256: standing.file_sha256 },
  }
  await ctx.ports.record({ ...ctx, auditNote }, { outcome: 'done', input: { importId: standing.id } })
  await wakeJob(ctx, RUN_FOLDING)
}
