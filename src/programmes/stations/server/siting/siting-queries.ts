import { sql } from 'kysely'
import { ROOT_PATH } from '#kernel/organisations/index.ts'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { reachMethod } from '../../rules/siting/reach.ts'
import { tables } from '../tables.ts'
import { progressOf } from './computing.ts'

/** A run without an answer that was begun longer ago than any may last was broken off with its server. */
const LASTS_SECONDS_MAX = 300

const withinReach = (ctx: Context) => {
  const reach = reachOf(ctx, 'stations.plan')
  return reach.includes(ROOT_PATH)
    ? sql<boolean>`true`
    : sql<boolean>`organisation.path <@ any(${reach}::ltree[])`
}

/** Sets of places that the caller may use: their own, those below, and those of the units above, which made them for all. */
export const setsInReach = (ctx: Context) =>
  tables(ctx)
    .selectFrom('stations.point_set as set')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'set.organisation_id')
    .where(
      sql<boolean>`(${withinReach(ctx)} or organisation.path @> any(${[...reachOf(ctx, 'stations.plan')]}::ltree[]))`,
    )

export const sitingsInReach = (ctx: Context) =>
  tables(ctx)
    .selectFrom('stations.siting_run as run')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'run.organisation_id')
    .innerJoin('stations.point_set as demand', 'demand.id', 'run.demand_id')
    .leftJoin('stations.point_set as sites', 'sites.id', 'run.sites_id')
    .leftJoin('stations.siting_answer as answer', 'answer.run_id', 'run.id')
    .where(withinReach(ctx))

const statusOf = (ctx: Context) => sql<NonNullable<Shown['status']>>`coalesce(answer.status,
  case when run.created_at < ${new Date(ctx.now.getTime() - LASTS_SECONDS_MAX * 1000)} then 'failed' else 'computing' end)`

type Shown = {
  status: 'computing' | 'optimal' | 'cut-off' | 'nothing-found' | 'none-in-reach' | 'cancelled' | 'failed'
}

const planned = (field: string) => sql<number | null>`(answer.plan ->> ${sql.lit(field)})::int`

const columns = (ctx: Context) =>
  sitingsInReach(ctx).select([
    'run.id',
    'run.title',
    'organisation.name as organisationName',
    'run.question',
    'run.count',
    'run.reach',
    'run.detour_factor as detourFactor',
    'demand.name as demandName',
    'demand.is_invented as isInvented',
    statusOf(ctx).as('status'),
    planned('coveredBefore').as('coveredBefore'),
    planned('coveredAfter').as('coveredAfter'),
    planned('demandPersons').as('demandPersons'),
    'run.made_by as madeBy',
    'run.created_at as createdAt',
  ])

export const listSitings: Handler<typeof stations.listSitings> = async (ctx, { page, pageSize }) => {
  const rows = await columns(ctx)
    .orderBy('run.created_at', 'desc')
    .orderBy('run.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await sitingsInReach(ctx)
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

export const getSiting: Handler<typeof stations.getSiting> = async (ctx, { id }) => findSiting(ctx, id)

/** A run with its plan; throws `not-found` where the caller may not read it. */
export async function findSiting(ctx: Context, id: string) {
  const row = await columns(ctx)
    .select(['run.demand_id as demandId', 'run.sites_id as sitesId', 'sites.name as sitesName'])
    .select(['demand.method as demandMethod', 'run.time_limit_seconds as timeLimitSeconds'])
    .select(['answer.answered_at as answeredAt', 'answer.plan'])
    .where('run.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw noSuchRun()
  return {
    ...row,
    reachMethod: reachMethod({ kind: row.reach, detourFactor: row.detourFactor }),
    progress: row.status === 'computing' ? progressOf(id) : null,
  }
}

export const listPointSets: Handler<typeof stations.listPointSets> = async (
  ctx,
  { kind, page, pageSize },
) => {
  const all = setsInReach(ctx)
  const found = kind === undefined ? all : all.where('set.kind', '=', kind)
  const rows = await found
    .select(['set.id', 'organisation.name as organisationName', 'set.kind', 'set.name', 'set.method'])
    .select(['set.is_invented as isInvented', 'set.valid_from as validFrom', 'set.recorded_at as recordedAt'])
    .select(['set.points', 'set.persons', 'set.made_by as madeBy'])
    .orderBy('set.recorded_at', 'desc')
    .orderBy('set.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await found
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

export const listPoints: Handler<typeof stations.listPoints> = async (ctx, { setId }) => ({
  rows: await setsInReach(ctx)
    .innerJoin('stations.point as point', 'point.set_id', 'set.id')
    .select(['point.no', 'point.name', 'point.longitude', 'point.latitude', 'point.persons'])
    .where('set.id', '=', setId)
    .orderBy('point.no')
    .limit(5000)
    .execute(),
})

export const noSuchRun = () => notFound({ zh: '选址方案', en: 'siting run' })
