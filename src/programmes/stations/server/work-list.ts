import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { WorkItem } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import { lapsingWork } from './certificates/lapsing-work.ts'
import { likenessWork } from './evidence/likeness-work.ts'
import { askedWork } from './handing-over/asked-work.ts'
import { honoursWork } from './honours/honours-work.ts'
import { listKeepings } from './keeping/keeping.ts'
import { repeatWork } from './inspections/repeat-work.ts'
import { inReach } from './in-reach.ts'
import { isLate } from './reports/list-reports.ts'
import { isWaiting, reportsOf } from './reports/report-rows.ts'

const ITEMS_MAX = 50

/** What waits for the caller: for a keeper what was reported and what lapses, for an officer what a keeper left too long. */
export async function workList(ctx: Context): Promise<readonly WorkItem[]> {
  return [
    ...(await keepersWork(ctx)),
    ...(await officersWork(ctx)),
    ...(await askedWork(ctx)),
    ...(await honoursWork(ctx)),
    ...(await lapsingWork(ctx)),
    ...(await repeatWork(ctx)),
    ...(await likenessWork(ctx)),
  ]
}

async function keepersWork(ctx: Context): Promise<WorkItem[]> {
  const ids = (await listKeepings(ctx)).map(({ stationId }) => stationId)
  if (ids.length === 0) return []
  const rows = await waiting(ctx).where('station.id', 'in', ids).execute()
  return rows.map((row) => item(row, 'stations.open-report', `/keeper#${row.id}`))
}

async function officersWork(ctx: Context): Promise<WorkItem[]> {
  if (reachOf(ctx, 'stations.answer').length === 0) return []
  const rows = await waiting(ctx).where(inReach(ctx, 'stations.answer')).where(isLate(ctx)).execute()
  return rows.map((row) =>
    item(row, 'stations.late-report', `/staff/stations/reports?search=${row.code}&report=${row.id}`),
  )
}

const waiting = (ctx: Context) =>
  reportsOf(ctx)
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'station.organisation_id')
    .select([
      'station.code',
      'station.name',
      'report.id',
      'report.kind',
      'report.at',
      'report.due_at as dueAt',
    ])
    .select('organisation.name as organisationName')
    .where(isWaiting)
    .orderBy('report.due_at')
    .limit(ITEMS_MAX)

type Row = Awaited<ReturnType<ReturnType<typeof waiting>['execute']>>[number]

const KINDS: Readonly<Record<Row['kind'], Text>> = {
  locked: { zh: '门锁着', en: 'door locked' },
  broken: { zh: '设施损坏', en: 'something broken' },
  'no-water': { zh: '没有水', en: 'no water' },
  dirty: { zh: '不干净', en: 'not clean' },
  other: { zh: '其他问题', en: 'something else' },
}

const item = (row: Row, kind: string, href: string): WorkItem => ({
  kind,
  title: {
    zh: `${row.name}：${KINDS[row.kind].zh}，等待答复`,
    en: `${row.name}: ${KINDS[row.kind].en}, waiting for an answer`,
  },
  href,
  since: row.at,
  dueAt: row.dueAt,
  organisationName: row.organisationName,
})
