import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { invalid, notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { tables } from '../tables.ts'
import { answerRun } from './answer-run.ts'
import { isComputing, stopRun } from './computing.ts'
import { noSuchRun, setsInReach, sitingsInReach } from './siting-queries.ts'

/** Notes the question down and begins to compute; whoever asked may leave the page and come back for the answer. */
export const startSiting: Handler<typeof stations.startSiting> = async (ctx, input) => {
  await requireAt(ctx, 'stations.plan', input.organisationId)
  const demand = await requireSet(ctx, input.demandId, 'demand')
  if (demand.persons === 0) throw emptyDemand()
  await requireCandidates(ctx, input)
  const id = newId(ctx.now.getTime())
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  await tables(ctx)
    .insertInto('stations.siting_run')
    .values({
      id,
      organisation_id: input.organisationId,
      title: input.title,
      question: input.question,
      count: input.count,
      reach: input.reach,
      detour_factor: input.detourFactor,
      demand_id: input.demandId,
      sites_id: input.question === 'build' ? input.sitesId : null,
      time_limit_seconds: input.timeLimitSeconds,
      made_by: madeBy(ctx),
      made_by_bk: person?.bk ?? null,
      made_by_id: person?.id ?? null,
      created_at: ctx.now,
    })
    .execute()
  ctx.auditNote.organisationId = input.organisationId
  ctx.auditNote.subjects = [`station-siting:${id}`]
  ctx.afterCommit((outside) => answerRun(outside, id))
  return { id }
}

/** Ends a computation of which nobody needs the answer any more; an answer that came first stays. */
export const cancelSiting: Handler<typeof stations.cancelSiting> = async (ctx, { id }) => {
  const run = await sitingsInReach(ctx)
    .select('run.organisation_id as organisationId')
    .where('run.id', '=', id)
    .executeTakeFirst()
  if (run === undefined) throw noSuchRun()
  await requireAt(ctx, 'stations.plan', run.organisationId)
  ctx.auditNote.subjects = [`station-siting:${id}`]
  const inserted = await tables(ctx)
    .insertInto('stations.siting_answer')
    .values({ run_id: id, status: 'cancelled', plan: null, answered_at: ctx.now })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst()
  const cancelled = inserted.numInsertedOrUpdatedRows === 1n
  // Only where this process is the one that computes; another finds the answer given and drops its own.
  if (cancelled && isComputing(id)) ctx.afterCommit(async () => stopRun(id))
  return { cancelled }
}

async function requireSet(ctx: Context, id: string, kind: 'demand' | 'sites') {
  const set = await setsInReach(ctx)
    .select(['set.id', 'set.points', 'set.persons'])
    .where('set.id', '=', id)
    .where('set.kind', '=', kind)
    .executeTakeFirst()
  if (set === undefined) throw noSuchSet()
  return set
}

/** More places than there are to choose from is a slip of the pen, not a plan. */
async function requireCandidates(
  ctx: Context,
  input: { question: 'build' | 'close'; count: number; sitesId: string | null; organisationId: string },
): Promise<void> {
  if (input.question === 'build') {
    if (input.sitesId === null) throw noSites()
    const { points } = await requireSet(ctx, input.sitesId, 'sites')
    if (input.count > points) throw moreThan(points, '备选地点', 'candidate sites')
    return
  }
  const { count } = await tables(ctx)
    .selectFrom('stations.station as station')
    .innerJoin('organisations.organisation as owner', 'owner.id', 'station.organisation_id')
    .innerJoin('organisations.organisation as unit', (join) =>
      join.on('unit.id', '=', input.organisationId).on(sql<boolean>`owner.path <@ unit.path`),
    )
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('station.state', '=', 'operating')
    .executeTakeFirstOrThrow()
  if (input.count >= count)
    throw moreThan(Math.max(count - 1, 0), '在用驿站（至少留一个）', 'operating stations, one of which stays')
}

const moreThan = (most: number, zh: string, en: string) =>
  invalid('more-than-there-are', {
    field: 'count',
    reason: { zh: `只有${most}个${zh}可选。`, en: `There are only ${most} ${en} to choose from.` },
    accepted: { zh: `1至${most}`, en: `1 to ${most}` },
  })

const noSites = () =>
  invalid('no-sites', {
    field: 'sitesId',
    reason: { zh: '请选择一组备选地点。', en: 'Choose a set of candidate sites.' },
  })

const emptyDemand = () =>
  invalid('empty-demand', {
    field: 'demandId',
    reason: {
      zh: '这组需求点的人数合计是0，没有可比较的。',
      en: 'The persons of this demand set add up to 0; there is nothing to compare.',
    },
    accepted: { zh: '至少一个点有人数', en: 'at least one point with persons' },
  })

const noSuchSet = () => notFound({ zh: '这组地点', en: 'set of places' })
