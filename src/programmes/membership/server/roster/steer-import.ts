import { requireAt } from '#platform/authorise.ts'
import { conflict } from '#platform/failures.ts'
import { wakeJob } from '#platform/jobs.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { lockImport, otherState, type StandingImport } from './import-rows.ts'
import { note, RUN_IMPORTS } from './start-import.ts'
import { tables } from './tables.ts'

type Wish = 'pause' | 'resume' | 'cancel' | 'retry'
type Change = Partial<{
  state: StandingImport['state']
  is_paused: boolean
  failure: null
  ended_at: Date | null
}>

const RUNNING: readonly string[] = ['checking', 'comparing', 'writing']

/** Takes effect after the piece that is under way; what is written stays written, and is counted. */
export const steerRosterImport: Handler<typeof membership.steerRosterImport> = async (
  ctx,
  { importId, wish },
) => {
  const standing = await lockImport(ctx, importId)
  await requireAt(ctx, 'membership.import', standing.organisation_id)
  const change = changeFor(standing, wish, ctx.now)
  if (change === undefined) throw otherState()
  await tables(ctx).updateTable('membership.roster_import').set(change).where('id', '=', importId).execute()
  await wakeJob(ctx, RUN_IMPORTS)
  note(ctx, standing.organisation_id, importId)
  return { state: change.state ?? standing.state, isPaused: change.is_paused ?? standing.is_paused }
}

/** Undefined where the import is past what is wished. A second press of the same button changes nothing. */
function changeFor(standing: StandingImport, wish: Wish, now: Date): Change | undefined {
  const { state } = standing
  const isRunning = RUNNING.includes(state)
  if (wish === 'pause') return isRunning ? { is_paused: true } : undefined
  if (wish === 'resume') return isRunning ? { is_paused: false } : undefined
  if (wish === 'retry') {
    if (state !== 'failed' || standing.columns === null) return undefined
    return { state: stageOf(standing), failure: null, is_paused: false, ended_at: null }
  }
  if (state === 'writing') return { state: 'stopped', is_paused: false, ended_at: now }
  return isRunning || state === 'preview'
    ? { state: 'cancelled', is_paused: false, ended_at: now }
    : undefined
}

/** Where an import that failed goes on. */
const stageOf = ({ checked_at: checkedAt, ordered_at: orderedAt }: StandingImport) => {
  if (orderedAt !== null) return 'writing'
  return checkedAt === null ? 'checking' : 'preview'
}

/** The moment at which an import begins to change anything. */
export const writeRosterImport: Handler<typeof membership.writeRosterImport> = async (ctx, input) => {
  const standing = await lockImport(ctx, input.importId)
  await requireAt(ctx, 'membership.import', standing.organisation_id)
  if (standing.state !== 'preview') throw otherState()
  const { new: fresh = 0, joins = 0, changes = 0 } = standing.tally
  if (fresh + joins + (input.withChanges ? changes : 0) === 0) throw nothingToWrite()
  await tables(ctx)
    .updateTable('membership.roster_import')
    .set({ state: 'writing', ordered_at: ctx.now, with_changes: input.withChanges })
    .where('id', '=', input.importId)
    .execute()
  await wakeJob(ctx, RUN_IMPORTS)
  note(ctx, standing.organisation_id, input.importId)
  ctx.auditNote.detail = { new: fresh, joins, changes: input.withChanges ? changes : 0 }
  return { state: 'writing' }
}

const nothingToWrite = () =>
  conflict('nothing-to-write', {
    zh: '没有可以登记的行。请下载有问题的行，改好后再导入。',
    en: 'No row can be written. Download the rows that stayed out, correct them, and import again.',
  })
