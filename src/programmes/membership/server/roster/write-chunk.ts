import { sql } from 'kysely'
import { admitFrom, admitMany } from '#kernel/memberships/index.ts'
import { registerFrom } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import type { StandingImport } from './import-rows.ts'
import { judgeAgain } from './judge-again.ts'
import { tables } from './tables.ts'
import { tallyRows } from './tally-rows.ts'

const CHUNK_ROWS = 5_000

/**
 * Writes the next rows and how far it came, together: whatever ends this process, a row is written once or not yet.
 * The database refuses doubles by itself besides, since two imports may meet the same person.
 */
export async function writeChunk(ctx: Context, standing: StandingImport): Promise<void> {
  const from = standing.written_through
  const through = Math.min(from + CHUNK_ROWS, standing.checked_through)
  const chunk = sql<boolean>`r.import_id = ${standing.id}::uuid and r.row > ${from} and r.row <= ${through}`
  const written = (await writeNew(ctx, standing, chunk)) + (await writeJoining(ctx, standing, chunk))
  const updated = standing.with_changes ? await bringUpToDate(ctx, standing, chunk, 'changes') : 0
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

type Chunk = ReturnType<typeof sql<boolean>>

/** Whoever nobody knew. Where somebody else's import came first, the row is judged again and stays out. */
async function writeNew(ctx: Context, standing: StandingImport, chunk: Chunk): Promise<number> {
  const rows = sql`membership.roster_row r where ${chunk} and r.verdict = 'new'`
  const { rows: counted } = await sql<{ wanted: number }>`select count(*) as wanted from ${rows}`.execute(
    ctx.db,
  )
  const { wanted } = counted[0]!
  if (wanted === 0) return 0
  await registerFrom(
    ctx,
    sql`select r.bk, r.person_id as id, r.document_kind, r.blind_index, r.document_sealed, r.name, r.phone_sealed,
      r.phone_index, r.organisation_id as home_organisation_id from ${rows}`,
  )
  const admitted = await admitFrom(
    ctx,
    sql`select p.bk, p.id as person_id, r.membership_id as id, r.organisation_id, r.from_day, r.new_form
      from membership.roster_row r
      join people.person p on p.bk = r.bk and p.blind_index = r.blind_index
      join organisations.organisation o on o.id = r.organisation_id and o.state = 'active'
      left join people.person_link l on l.bk = p.bk and l.person_id = p.id
      where ${chunk} and r.verdict = 'new' and p.name = r.name and l.bk is null`,
  )
  if (admitted < wanted) await judgeAgain(ctx, chunk)
  await sql`
    insert into membership.particulars (bk, person_id, employment, ethnicity, education, skill, household)
    select r.bk, r.person_id, coalesce(r.employment, ${standing.default_employment}), r.ethnicity, r.education, r.skill, r.household
    from membership.roster_row r
    join people.person p on p.bk = r.bk and p.id = r.person_id
    where ${chunk} and r.verdict = 'new'
    on conflict (bk, person_id) do nothing`.execute(ctx.db)
  return admitted
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
  const made = await admitMany(
    ctx,
    rows.map((row) => ({
      person: { bk: row.known_bk!, id: row.known_id! },
      organisationId: row.organisation_id!,
      fromDay: row.from_day!,
      newForm: row.new_form!,
    })),
  )
  await bringUpToDate(ctx, standing, chunk, 'joins')
  return made.length
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
}
