import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { openCase, subjectIdOf, type ReviewedProcedure } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { wakeJob } from '#platform/jobs.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../../contract.ts'
import type { KeptWhy } from '../../../contract-roster-undo.ts'
import { planForMany } from '../compare-rows.ts'
import { importsInReach, lockImport, noSuchImport, type StandingImport } from '../import-rows.ts'
import { note } from '../start-import.ts'
import { judgedTrace, traceOf } from './judge-trace.ts'
import { undoProcedure } from './undo-procedure.ts'
import { undoTables } from './undo-tables.ts'

/** The name under which `startJobs` runs it. */
export const RUN_UNDOS = 'membership.undo-imports'

/** What taking an import back would come to, as things stand. */
export const countRosterUndo: Handler<typeof membership.countRosterUndo> = async (ctx, { importId }) => {
  const standing = await importsInReach(ctx)
    .select(['import.id', 'import.state', 'import.purged_at', 'import.rows_checked'])
    .where('import.id', '=', importId)
    .executeTakeFirst()
  if (standing === undefined) throw noSuchImport()
  requireUndoable(standing)
  return ctx.db.transaction().execute((db) => count({ ...ctx, db }, standing))
}

async function count(ctx: Context, { id, rows_checked: total }: Pick<StandingImport, 'id' | 'rows_checked'>) {
  await planForMany(ctx, total)
  const { rows } = await sql<{ kind: 'ended' | 'restored' | KeptWhy; count: number }>`
    select coalesce(why, case when verdict = 'changes' then 'restored' else 'ended' end) as kind, count(*) as count
    from (${await judgedTrace(ctx, traceOf(id))}) judged group by 1 order by 2 desc`.execute(ctx.db)
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0
  return {
    ended: of('ended'),
    restored: of('restored'),
    kept: rows.flatMap(({ kind, count: those }) =>
      kind === 'ended' || kind === 'restored' ? [] : [{ why: kind, count: those }],
    ),
  }
}

/** Asks for it; nothing changes before another person has agreed. */
export const undoRosterImport: Handler<typeof membership.undoRosterImport> = async (
  ctx,
  { importId, reason },
) => {
  const standing = await lockImport(ctx, importId)
  await requireAt(ctx, 'membership.import', standing.organisation_id)
  requireUndoable(standing)
  const counted = await count(ctx, standing)
  if (counted.ended + counted.restored === 0) throw nothingToUndo()
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  const id = newId(ctx.now.getTime())
  await undoTables(ctx)
    .insertInto('membership.roster_undo')
    .values({
      id,
      import_id: importId,
      reason,
      state: 'asked',
      made_by: madeBy(ctx),
      made_by_bk: person?.bk ?? null,
      made_by_id: person?.id ?? null,
      created_at: ctx.now,
    })
    .execute()
  await openCase(ctx, undoProcedure, {
    subject: `membership.roster-undo:${id}`,
    organisationId: standing.organisation_id,
    applicant: null,
    summary: summaryOf(standing, counted, reason),
    href: `/staff/roster/${importId}`,
  })
  note(ctx, standing.organisation_id, importId)
  ctx.auditNote.reason = reason
  ctx.auditNote.detail = { ended: counted.ended, restored: counted.restored }
  return { state: 'asked' }
}

const summaryOf = (
  { file_name: name, created_at: at }: StandingImport,
  { ended, restored }: { ended: number; restored: number },
  reason: string,
) => `撤销${cityDay(at)}导入的“${name}”：会籍作废${ended}人，资料复原${restored}人。${reason}`.slice(0, 200)

/** Only what was written, and only while it is still known what that was. */
function requireUndoable({ state, purged_at: gone }: Pick<StandingImport, 'state' | 'purged_at'>): void {
  if (state !== 'done' && state !== 'stopped')
    throw conflict('import-not-written', {
      zh: '只有登记完成或中途停止的导入可以撤销。',
      en: 'Only an import that was written, or stopped half-way, can be taken back.',
    })
  if (gone !== null)
    throw conflict('undo-too-late', {
      zh: '导入已过30天，不能再整体撤销；请逐人办理。',
      en: 'After thirty days an import cannot be taken back as a whole; change memberships one by one.',
    })
}

/** The decision of whoever may agree sets the job to work, in the decision's transaction. */
export const reviewedUndo: ReviewedProcedure = {
  procedure: undoProcedure,
  onState: async (ctx, one, state) => {
    if (state === 'asked') return
    await undoTables(ctx)
      .updateTable('membership.roster_undo')
      .set(state === 'agreed' ? { state: 'undoing' } : { state: 'refused', ended_at: ctx.now })
      .where('id', '=', subjectIdOf(one))
      .where('state', '=', 'asked')
      .execute()
    await wakeJob(ctx, RUN_UNDOS)
  },
}

const nothingToUndo = () =>
  conflict('nothing-to-undo', {
    zh: '这次导入登记的内容都已另有变化，没有可以撤销的。',
    en: 'Whatever this import wrote has changed since; nothing can be taken back.',
  })

export const undoAsked = () =>
  conflict('undo-asked', {
    zh: '已有人申请撤销这次导入。',
    en: 'Somebody has asked already for this import to be taken back.',
  })
