import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { tables } from './tables.ts'

export type Purge = {
  readonly figureKey: string
  /** Records of days up to this one are gone. */
  readonly untilDay: string
  /** The law or rule whose period ended, as it is shown to whoever verifies. */
  readonly ground: string
}

/**
 * A programme says, in the transaction that deletes them, that records which a figure counted were purged lawfully.
 * Publications from before then answer "digest only" where the records no longer give the frozen value.
 */
export async function recordPurge(ctx: Context, purge: Purge): Promise<void> {
  await tables(ctx)
    .insertInto('figures.purge')
    .values({
      id: newId(ctx.now.getTime()),
      figure_key: purge.figureKey,
      until_day: purge.untilDay,
      ground: purge.ground,
      made_by: ctx.actor.kind === 'system' ? ctx.actor.name : ctx.operationId,
    })
    .execute()
}
