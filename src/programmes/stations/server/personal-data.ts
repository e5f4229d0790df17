import type { Context, PersonKey } from '#platform/context.ts'
import type { Holding } from '#platform/module.ts'
import { accountsOf } from '#kernel/access/index.ts'
import { tables } from './tables.ts'
import { visitorOfAccount, type Visitor } from './visits/visitor.ts'

/** Columns that name a person without a foreign key. */
export const personColumns = [
  { table: 'stations.station_version', bk: 'made_by_bk', id: 'made_by_id' },
  { table: 'stations.report_event', bk: 'by_bk', id: 'by_id' },
  { table: 'stations.import', bk: 'made_by_bk', id: 'made_by_id' },
  { table: 'stations.application', bk: 'applicant_bk', id: 'applicant_id' },
  { table: 'stations.point_set', bk: 'made_by_bk', id: 'made_by_id' },
  { table: 'stations.siting_run', bk: 'made_by_bk', id: 'made_by_id' },
  { table: 'stations.standard_version', bk: 'made_by_bk', id: 'made_by_id' },
  { table: 'stations.standard_draft', bk: 'made_by_bk', id: 'made_by_id' },
  { table: 'stations.evidence', bk: 'by_bk', id: 'by_id' },
  { table: 'stations.evidence_withdrawal', bk: 'by_bk', id: 'by_id' },
  { table: 'stations.likeness_verdict', bk: 'by_bk', id: 'by_id' },
  { table: 'stations.inspection_round', bk: 'made_by_bk', id: 'made_by_id' },
  { table: 'stations.inspection_round', bk: 'inspector_bk', id: 'inspector_id' },
  { table: 'stations.inspection', bk: 'begun_by_bk', id: 'begun_by_id' },
  { table: 'stations.inspection_result', bk: 'by_bk', id: 'by_id' },
] as const

/** What is held about a person: their accounts' visits, found again only by whoever knows the account. */
export async function holdings(ctx: Context, person: PersonKey): Promise<readonly Holding[]> {
  const accounts = await accountsOf(ctx, person)
  const visitors = accounts.map((id) => visitorOfAccount(ctx.config.keys, id))
  if (visitors.length === 0) return []
  const checkIns = await countCheckIns(ctx, visitors)
  const reports = await countReports(ctx, visitors)
  return [
    {
      what: { zh: '驿站打卡', en: 'Check-ins at stations' },
      why: { zh: '统计使用情况，判断驿站是否开门', en: 'To count use and to learn whether doors are open' },
      count: checkIns,
      href: '/stations/mine',
    },
    {
      what: { zh: '驿站问题反映', en: 'Reports about stations' },
      why: { zh: '让管理员处理并答复您', en: 'So that keepers act on them and answer you' },
      count: reports,
      href: '/stations/mine',
    },
  ].filter(({ count }) => count > 0)
}

async function countCheckIns(ctx: Context, visitors: readonly Visitor[]): Promise<number> {
  const { count } = await tables(ctx)
    .selectFrom('stations.check_in')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where(
      'bk',
      'in',
      visitors.map(({ bk }) => bk),
    )
    .where(
      'visitor',
      'in',
      visitors.map(({ digest }) => digest),
    )
    .executeTakeFirstOrThrow()
  return count
}

async function countReports(ctx: Context, visitors: readonly Visitor[]): Promise<number> {
  const { count } = await tables(ctx)
    .selectFrom('stations.report')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where(
      'visitor_bk',
      'in',
      visitors.map(({ bk }) => bk),
    )
    .where(
      'visitor',
      'in',
      visitors.map(({ digest }) => digest),
    )
    .executeTakeFirstOrThrow()
  return count
}

/** Imports that an officer who leaves has begun and not written: their successor finishes or abandons them. */
export async function handOver(ctx: Context, from: PersonKey, to: PersonKey): Promise<number> {
  const moved = await tables(ctx)
    .updateTable('stations.import')
    .set({ made_by_bk: to.bk, made_by_id: to.id })
    .where('made_by_bk', '=', from.bk)
    .where('made_by_id', '=', from.id)
    .where('state', '=', 'preview')
    .executeTakeFirst()
  return Number(moved.numUpdatedRows)
}
