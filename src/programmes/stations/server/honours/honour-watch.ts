import { madeBy } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { tables } from '../tables.ts'

/**
 * A station with honours no longer meets its standard: each honour waits for a person. Nothing is taken away by itself,
 * since whoever gave it decides. Called where a certificate falls, in its transaction; asked twice it stays one.
 */
export async function watchHonours(ctx: Context, stationId: string, why: string): Promise<number> {
  const honours = await tables(ctx)
    .selectFrom('stations.honour')
    .select('id')
    .where('station_id', '=', stationId)
    .where('revoked_on', 'is', null)
    .where('level', 'in', ['national-best', 'provincial'])
    .execute()
  if (honours.length === 0) return 0
  const inserted = await tables(ctx)
    .insertInto('stations.honour_watch')
    .values(honours.map(({ id }) => ({ id: newId(ctx.now.getTime()), honour_id: id, since: ctx.now, why })))
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows ?? 0)
}

/** The open watch over an honour is answered; nothing happens where there is none. */
export async function endWatch(
  ctx: Context,
  honourId: string,
  { answer, reason }: { answer: 'keeps' | 'reported-up' | 'revoked'; reason: string },
): Promise<void> {
  await tables(ctx)
    .updateTable('stations.honour_watch')
    .set({ answered_at: ctx.now, answer, answered_by: madeBy(ctx), reason })
    .where('honour_id', '=', honourId)
    .where('answered_at', 'is', null)
    .execute()
}
