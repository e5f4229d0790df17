import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { tables } from '../tables.ts'
import { requireIndependent } from './independence.ts'
import { chosenStations, putStops, type ChosenStation } from './plan-round.ts'

/** The route as it is wanted now: whoever changed it since is not overwritten, and what was begun stays on it. */
export const changeRound: Handler<typeof stations.changeRound> = async (ctx, { id, revision, codes }) => {
  const round = await lockRound(ctx, id)
  await requireAt(ctx, 'stations.inspect', round.organisationId)
  if (round.revision !== revision) throw changedMeanwhile()
  const chosen = await chosenStations(ctx, codes)
  await requireIndependent(ctx, chosen, { bk: round.inspectorBk, id: round.inspectorId })
  await takeOff(ctx, id, chosen)
  await placeStops(ctx, round, chosen)
  await tables(ctx)
    .updateTable('stations.inspection_round')
    .set({ revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  ctx.auditNote.organisationId = round.organisationId
  ctx.auditNote.subjects = [`inspection-round:${id}`]
  return { revision: revision + 1 }
}

export async function lockRound(ctx: Context, id: string) {
  const round = await tables(ctx)
    .selectFrom('stations.inspection_round')
    .select(['id', 'day', 'revision', 'organisation_id as organisationId'])
    .select(['inspector_bk as inspectorBk', 'inspector_id as inspectorId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (round === undefined) throw notFound({ zh: '检查路线', en: 'route' })
  return round
}

/** A visit that left the route: a repeat waits for another, any other is called off. Ended ones stay. */
async function takeOff(ctx: Context, roundId: string, chosen: readonly ChosenStation[]): Promise<void> {
  const off = await tables(ctx)
    .selectFrom('stations.inspection')
    .select(['id', 'kind', 'begun_at as begunAt'])
    .where('round_id', '=', roundId)
    .where('ended_at', 'is', null)
    .where('called_off_at', 'is', null)
    .where(
      'station_id',
      'not in',
      chosen.map(({ id }) => id),
    )
    .execute()
  for (const { id, kind, begunAt } of off) {
    if (begunAt !== null) throw alreadyBegun()
    const change =
      kind === 'repeat'
        ? { round_id: null, position: null }
        : { called_off_at: ctx.now, called_off_why: '调整路线' }
    await tables(ctx).updateTable('stations.inspection').set(change).where('id', '=', id).execute()
  }
}

async function placeStops(
  ctx: Context,
  round: { readonly id: string; readonly day: string },
  chosen: readonly ChosenStation[],
): Promise<void> {
  const there = await tables(ctx)
    .selectFrom('stations.inspection')
    .select(['id', 'station_id as stationId'])
    .where('round_id', '=', round.id)
    .where('called_off_at', 'is', null)
    .execute()
  const known = new Map(there.map(({ id, stationId }) => [stationId, id]))
  await putStops(
    ctx,
    round,
    chosen.filter(({ id }) => !known.has(id)),
  )
  for (const [index, { id }] of chosen.entries())
    await tables(ctx)
      .updateTable('stations.inspection')
      .set({ position: index + 1 })
      .where('round_id', '=', round.id)
      .where('station_id', '=', id)
      .where('called_off_at', 'is', null)
      .execute()
}

const changedMeanwhile = () =>
  conflict('changed-meanwhile', {
    zh: '这条路线刚刚被改过。请刷新后再改。',
    en: 'The route was changed just now. Reload it before you change it.',
  })

const alreadyBegun = () =>
  conflict('visit-begun', {
    zh: '有驿站已经开始检查，不能从路线上去掉。',
    en: 'A visit that was begun cannot be taken off the route.',
  })
