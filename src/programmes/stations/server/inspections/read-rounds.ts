import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { routeMetres } from '../../rules/inspection/order-route.ts'
import { checklistOf } from '../../rules/standard/checklist.ts'
import { nameOf, titlesOf } from '../certificates/verdict-shapes.ts'
import { tables } from '../tables.ts'
import { visitChallenge } from './visit-challenge.ts'

/** A route is its inspector's, its maker's, and of whoever inspects where it was planned: never a host's or keeper's. */
function mayRead(ctx: Context) {
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  const reach = reachOf(ctx, 'stations.inspect')
  return sql<boolean>`(round.inspector_id = ${person?.id ?? null}::uuid
    or organisation.path <@ any(${reach}::ltree[]))`
}

const isMine = (ctx: Context) =>
  sql<boolean>`coalesce(round.inspector_id = ${ctx.actor.kind === 'account' ? (ctx.actor.person?.id ?? null) : null}::uuid, false)`

const rounds = (ctx: Context) =>
  tables(ctx)
    .selectFrom('stations.inspection_round as round')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'round.organisation_id')
    .where(mayRead(ctx))
    .select(['round.id', 'round.day', 'round.inspector_name as inspector'])
    .select(['organisation.name as organisationName', isMine(ctx).as('isMine')])

export const listRounds: Handler<typeof stations.listRounds> = async (ctx, input) => {
  reachOf(ctx, 'stations.inspect')
  let query = rounds(ctx)
    .select([
      sql<number>`(select count(*) from stations.inspection i where i.round_id = round.id
        and i.called_off_at is null)`.as('stops'),
      sql<number>`(select count(*) from stations.inspection i where i.round_id = round.id
        and i.ended_at is not null)`.as('done'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy('round.day', 'desc')
    .orderBy('round.made_at', 'desc')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
  if (input.mine) query = query.where(isMine(ctx))
  if (input.from !== undefined) query = query.where('round.day', '>=', input.from)
  const found = await query.execute()
  return { rows: found.map(({ total: _total, ...row }) => row), total: found[0]?.total ?? 0 }
}

export const getRound: Handler<typeof stations.getRound> = async (ctx, { id }) => {
  const round = await rounds(ctx).select('round.revision').where('round.id', '=', id).executeTakeFirst()
  if (round === undefined) throw notFound({ zh: '检查路线', en: 'route' })
  const stops = await stopsOf(ctx, id)
  return {
    ...round,
    mayChange: true,
    metres: Math.round(routeMetres(stops)),
    stops: stops.map((stop) => ({
      ...stop,
      ...(round.isMine && stop.state !== 'done' ? { challenge: visitChallenge(ctx, stop, round.day) } : {}),
    })),
  }
}

const STOPS_MAX = 40

async function stopsOf(ctx: Context, roundId: string) {
  const rows = await tables(ctx)
    .selectFrom('stations.inspection as inspection')
    .innerJoin('stations.station as station', 'station.id', 'inspection.station_id')
    .innerJoin('stations.standard_version as version', 'version.id', 'inspection.version_id')
    .leftJoin('stations.inspection_result as result', 'result.inspection_id', 'inspection.id')
    .leftJoin('stations.inspection_result as before', 'before.inspection_id', 'inspection.repeats')
    .select(['inspection.id as inspectionId', 'station.id as stationId', 'station.code', 'station.name'])
    .select(['station.address', 'station.adcode', 'station.longitude', 'station.latitude'])
    .select(['inspection.kind', 'inspection.begun_at as begunAt', 'inspection.begun_by_name as begunBy'])
    .select([
      'inspection.ended_at as endedAt',
      'result.is_passed as isPassed',
      'before.failing as failedBefore',
    ])
    .select(['version.id as versionId', 'version.standard as family', 'version.no', 'version.content'])
    .where('inspection.round_id', '=', roundId)
    .where('inspection.called_off_at', 'is', null)
    .orderBy('inspection.position')
    .limit(STOPS_MAX)
    .execute()
  return rows.map(({ versionId, family, no, content, begunAt, endedAt, failedBefore, ...row }) => ({
    ...row,
    state:
      endedAt !== null ? ('done' as const) : begunAt !== null ? ('begun' as const) : ('planned' as const),
    why: failedBefore === null ? null : again(titlesOf(content, failedBefore)),
    standard: nameOf({ id: versionId, standard: family, no, content }),
    checklist: checklistOf(content).map((part) => ({
      ...part,
      questions: [...part.questions],
      photos: [...part.photos],
    })),
  }))
}

const again = (titles: readonly { zh: string; en: string }[]) => ({
  zh: `复查：${titles.map(({ zh }) => zh).join('、')}`,
  en: `again: ${titles.map(({ en }) => en).join(', ')}`,
})
