import { sql } from 'kysely'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { Failure } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { askTransferFor } from '../transfers/open-transfer.ts'
import { lockImport, otherState } from './import-rows.ts'
import { note } from './start-import.ts'
import { tables } from './tables.ts'

const ASKED_AT_ONCE_MAX = 200

/**
 * Whom a roster names and another union has: asks for a transfer of each, since nobody may belong to two. Their present
 * unions let go or object, and each member hears of it. Whoever is being moved already is left alone.
 */
export const askRosterTransfers: Handler<typeof membership.askRosterTransfers> = async (
  ctx,
  { importId },
) => {
  const standing = await lockImport(ctx, importId)
  await requireAt(ctx, 'membership.import', standing.organisation_id)
  await requireAt(ctx, 'membership.admit', standing.organisation_id)
  if (!['preview', 'done', 'stopped'].includes(standing.state)) throw otherState()
  const rows = await tables(ctx)
    .selectFrom('membership.roster_row')
    .select(['row', 'known_bk', 'known_id', 'organisation_id', 'new_form'])
    .where('import_id', '=', importId)
    .where('verdict', '=', 'elsewhere')
    .where('known_id', 'is not', null)
    .where('transfer_asked', '=', false)
    .orderBy('row')
    .limit(ASKED_AT_ONCE_MAX + 1)
    .execute()
  let asked = 0
  for (const row of rows.slice(0, ASKED_AT_ONCE_MAX)) {
    const wish = {
      person: { bk: row.known_bk!, id: row.known_id! },
      toOrganisationId: row.organisation_id!,
      newForm: row.new_form!,
    }
    if (await isAsked(ctx, wish)) asked += 1
  }
  await tables(ctx)
    .updateTable('membership.roster_row')
    .set({ transfer_asked: true })
    .where('import_id', '=', importId)
    .where('row', 'in', [0, ...rows.slice(0, ASKED_AT_ONCE_MAX).map(({ row }) => row)])
    .execute()
  note(ctx, standing.organisation_id, importId)
  ctx.auditNote.detail = { asked, seen: rows.length }
  return {
    asked,
    skipped: Math.min(rows.length, ASKED_AT_ONCE_MAX) - asked,
    hasMore: rows.length > ASKED_AT_ONCE_MAX,
  }
}

/** A refusal of one undoes that one alone: the database may have spoken it. */
async function isAsked(ctx: Context, wish: Parameters<typeof askTransferFor>[1]): Promise<boolean> {
  await sql`savepoint one_transfer`.execute(ctx.db)
  try {
    await askTransferFor(ctx, wish)
    return true
  } catch (error) {
    await sql`rollback to savepoint one_transfer`.execute(ctx.db)
    const isRefusal = error instanceof Failure || (error as { code?: string }).code === '23505'
    if (!isRefusal) throw error
    return false
  }
}
