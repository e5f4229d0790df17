import { subjectIdOf, type ReviewCase } from '#kernel/review/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { lockStation } from '../keeping/lock-station.ts'
import { rewrite } from '../keeping/edit-station.ts'
import { tables } from '../tables.ts'

/** What a station's case is about, by the station's code: it is for life and stands on the door. */
export const subjectOf = (code: string) => `station:${code}`

/** `mergedInto` is the other station's id. */
type Leaving = {
  readonly kind: 'voluntary' | 'merged' | 'withdrawn'
  readonly reason: string
  readonly mergedInto?: string | null
}

/** The decision closes the station in its own transaction; its versions, visits and reports stay. */
export async function leaveStation(ctx: Context, one: ReviewCase, leaving: Leaving): Promise<void> {
  const station = await lockStation(ctx, subjectIdOf(one))
  if (station.state === 'closed') throw goneAlready()
  const mergedInto = leaving.mergedInto ?? null
  if (mergedInto !== null) await requireStanding(ctx, mergedInto)
  await tables(ctx)
    .insertInto('stations.leaving')
    .values({
      station_id: station.id,
      kind: leaving.kind,
      merged_into: mergedInto,
      reason: leaving.reason,
      case_id: one.id,
      decided_on: cityDay(ctx.now),
    })
    .execute()
  await rewrite(ctx, station, { draft: station.draft, reason: leaving.reason, state: 'closed' })
  await endKeeping(ctx, station.id)
}

async function requireStanding(ctx: Context, stationId: string): Promise<void> {
  const { name, state } = await tables(ctx)
    .selectFrom('stations.station')
    .select(['name', 'state'])
    .where('id', '=', stationId)
    .executeTakeFirstOrThrow()
  if (state === 'closed') throw successorGone(name)
}

/** Nobody keeps what is gone, and no hand-over of it waits for an answer. */
async function endKeeping(ctx: Context, stationId: string): Promise<void> {
  await tables(ctx)
    .updateTable('stations.keeper')
    .set({ until_at: ctx.now })
    .where('station_id', '=', stationId)
    .where('until_at', 'is', null)
    .execute()
  await tables(ctx)
    .updateTable('stations.handover')
    .set({ ended_at: ctx.now, outcome: 'taken-back' })
    .where('station_id', '=', stationId)
    .where('ended_at', 'is', null)
    .execute()
}

const goneAlready = () =>
  conflict('gone-already', { zh: '这个驿站已经撤销。', en: 'This station is gone already.' })

const successorGone = (name: string) =>
  conflict('successor-gone', {
    zh: `要并入的“${name}”已经撤销，请撤回后另选。`,
    en: `“${name}”, which was to take its place, is gone; take this back and choose another.`,
  })
