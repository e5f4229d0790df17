import { sql, type RawBuilder } from 'kysely'
import { voidFrom } from '#kernel/memberships/index.ts'
import { setHomes } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import { wakeJob } from '#platform/jobs.ts'
import type { JobMeans } from '#platform/module.ts'
import { RUN_FOLDING } from '../../figures/fold-members.ts'
import { planForMany } from '../compare-rows.ts'
import { judgedTrace } from './judge-trace.ts'
import { leaveTraces } from './trace-rows.ts'
import { undoTables } from './undo-tables.ts'

const CHUNK_ROWS = 10_000

/**
 * The job: imports that are to be taken back, oldest first, a chunk a transaction, each committed with how far it came: whatever
 * ends this process, a row is taken back once or not yet.
 */
export async function undoImports(ctx: Context, { signal }: JobMeans): Promise<void> {
  while (!signal.aborted) {
    const goesOn = await ctx.db.transaction().execute((db) => step({ ...ctx, db }))
    if (!goesOn) return
  }
}

const lockNext = (ctx: Context) =>
  undoTables(ctx)
    .selectFrom('membership.roster_undo as undo')
    .innerJoin('membership.roster_import as import', 'import.id', 'undo.import_id')
    .selectAll('undo')
    .select('import.rows_checked as rows')
    .where('undo.state', '=', 'undoing')
    .orderBy('undo.created_at')
    .limit(1)
    .forUpdate('undo')
    .executeTakeFirst()

async function step(ctx: Context): Promise<boolean> {
  const undo = await lockNext(ctx)
  if (undo === undefined) return false
  const inside: Context = { ...ctx, actor: { kind: 'system', name: undo.made_by } }
  if (undo.through_row === 0) await leaveTraces(inside, sql<boolean>`i.id = ${undo.import_id}::uuid`)
  const chunk = await nextChunk(inside, undo)
  if (chunk === undefined) {
    await conclude(inside, undo)
    return true
  }
  await save(inside, undo.id, {
    through_row: chunk.through,
    ...(await takeBack(inside, undo, those(undo, chunk.through))),
  })
  return true
}

type Undo = NonNullable<Awaited<ReturnType<typeof lockNext>>>

const save = async (ctx: Context, id: string, values: object): Promise<void> => {
  await undoTables(ctx).updateTable('membership.roster_undo').set(values).where('id', '=', id).execute()
}

const those = ({ import_id: id, through_row: after }: Undo, through: number): RawBuilder<boolean> =>
  sql<boolean>`t.import_id = ${id}::uuid and t.row > ${after} and t.row <= ${through}`

/** Up to which row the next chunk goes; undefined past the last. */
async function nextChunk(ctx: Context, { import_id: id, through_row: after }: Undo) {
  const { rows } = await sql<{ through: number | null }>`
    select max(row) as through from (
      select row from membership.roster_trace
      where import_id = ${id}::uuid and row > ${after} order by row limit ${CHUNK_ROWS}) next`.execute(ctx.db)
  const through = rows[0]!.through
  return through === null ? undefined : { through }
}

async function takeBack(ctx: Context, undo: Undo, chunk: RawBuilder<boolean>) {
  await planForMany(ctx, undo.rows)
  // Held before they are judged, so that none changes between the two.
  await sql`select from memberships.membership m join membership.roster_trace t
    on t.bk = m.bk and t.person_id = m.person_id and t.membership_id = m.id
    where ${chunk} for update of m`.execute(ctx.db)
  const judged = await judgedTrace(
    ctx,
    sql`select import_id, row, verdict, bk, person_id, membership_id, written_at, named_before
      from membership.roster_trace t where ${chunk} and outcome is null`,
  )
  await sql`
    update membership.roster_trace t set
      outcome = case when judged.why is null then 'taken-back' else 'kept' end,
      why = judged.why, places = case when judged.why = 'in-use' then judged.places end
    from (${judged}) judged where ${chunk} and t.row = judged.row`.execute(ctx.db)
  const taken = sql<boolean>`${chunk} and t.outcome = 'taken-back'`
  const ended = await voidFrom(
    ctx,
    sql`select t.bk, t.person_id, t.membership_id as id from membership.roster_trace t
      where ${taken} and t.membership_id is not null`,
  )
  await restoreHomes(ctx, taken)
  await restoreParticulars(ctx, taken)
  const { rows } = await sql<{ restored: number; kept: number; looked: number }>`
    select count(*) filter (where outcome = 'taken-back' and verdict = 'changes') as restored,
      count(*) filter (where outcome = 'kept') as kept, count(*) as looked
    from membership.roster_trace t where ${chunk}`.execute(ctx.db)
  const { restored, kept, looked } = rows[0]!
  return {
    ended: undo.ended + ended,
    restored: undo.restored + restored,
    kept: undo.kept + kept,
    rows_looked_at: undo.rows_looked_at + looked,
  }
}

/** Whoever was known before is kept again by whom they were; whom the import made stays with its union, to be found. */
async function restoreHomes(ctx: Context, taken: RawBuilder<boolean>): Promise<void> {
  const { rows } = await sql<{ bk: number; id: string; home: string | null }>`
    select t.bk, t.person_id as id, t.home_before as home from membership.roster_trace t
    where ${taken} and t.verdict = 'joins'`.execute(ctx.db)
  if (rows.length === 0) return
  await setHomes(
    ctx,
    rows,
    rows.map(({ home }) => home),
  )
}

/** As they were, or gone where none were known; what somebody changed since the import stays. */
async function restoreParticulars(ctx: Context, taken: RawBuilder<boolean>): Promise<void> {
  await sql`
    delete from membership.particulars q using membership.roster_trace t
    where ${taken} and q.bk = t.bk and q.person_id = t.person_id and t.before is null
      and (t.verdict = 'new' or q.recorded_at = t.written_at)`.execute(ctx.db)
  await sql`
    update membership.particulars q set
      employment = t.before ->> 'employment', ethnicity = t.before ->> 'ethnicity', education = t.before ->> 'education',
      skill = t.before ->> 'skill', household = t.before ->> 'household', recorded_at = now()
    from membership.roster_trace t
    where ${taken} and q.bk = t.bk and q.person_id = t.person_id and t.before is not null
      and q.recorded_at = t.written_at`.execute(ctx.db)
}

/** Says in the audit log what it came to, under the name of whoever asked. */
async function conclude(ctx: Context, undo: Undo): Promise<void> {
  await save(ctx, undo.id, { state: 'done', ended_at: ctx.now })
  const { organisation_id: organisationId } = await undoTables(ctx)
    .selectFrom('membership.roster_import')
    .select('organisation_id')
    .where('id', '=', undo.import_id)
    .executeTakeFirstOrThrow()
  const auditNote = {
    organisationId,
    subjects: [`roster-import:${undo.import_id}`],
    reason: undo.reason,
    detail: { ended: undo.ended, restored: undo.restored, kept: undo.kept },
  }
  await ctx.ports.record({ ...ctx, auditNote }, { outcome: 'done', input: { importId: undo.import_id } })
  await wakeJob(ctx, RUN_FOLDING)
}
