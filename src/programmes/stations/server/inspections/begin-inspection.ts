import { requireAt } from '#platform/authorise.ts'
import { cityTime } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { tables } from '../tables.ts'
import { requireIndependent, requireInspector } from './independence.ts'

/** A visit that was begun so long ago is no longer going on: the phone died, or somebody forgot to end it. */
const VISIT_HOURS_MAX = 4

export const beginInspection: Handler<typeof stations.beginInspection> = async (ctx, { id }) => {
  const visit = await lockVisit(ctx, id)
  await requireAt(ctx, 'stations.inspect', visit.organisationId)
  const inspector = requireInspector(ctx)
  await requireIndependent(ctx, [{ ...visit, id: visit.stationId }], inspector)
  noteAudit(ctx, visit)
  if (visit.endedAt !== null) throw alreadyDone(visit.begunBy ?? '')
  if (visit.calledOffAt !== null) throw calledOff()
  if (visit.begunAt !== null && visit.begunById === inspector.id) return { begunAt: visit.begunAt }
  await letGo(ctx, visit.stationId)
  const other = await goingOnAt(ctx, visit.stationId, inspector.id)
  if (other !== undefined) throw somebodyThere(other)
  await tables(ctx)
    .updateTable('stations.inspection')
    .set({
      begun_at: ctx.now,
      begun_by_name: inspector.name,
      begun_by_bk: inspector.bk,
      begun_by_id: inspector.id,
    })
    .where('id', '=', id)
    .execute()
  return { begunAt: ctx.now }
}

export const callOffInspection: Handler<typeof stations.callOffInspection> = async (ctx, { id, reason }) => {
  const visit = await lockVisit(ctx, id)
  await requireAt(ctx, 'stations.inspect', visit.organisationId)
  noteAudit(ctx, visit)
  ctx.auditNote.reason = reason
  if (visit.endedAt !== null) throw alreadyDone(visit.begunBy ?? '')
  if (visit.calledOffAt !== null) return { calledOff: false }
  await tables(ctx)
    .updateTable('stations.inspection')
    .set({ called_off_at: ctx.now, called_off_why: reason })
    .where('id', '=', id)
    .execute()
  return { calledOff: true }
}

/** Holds the visit, and with it whoever else would begin or end it. */
export async function lockVisit(ctx: Context, id: string) {
  const visit = await tables(ctx)
    .selectFrom('stations.inspection as inspection')
    .innerJoin('stations.station as station', 'station.id', 'inspection.station_id')
    .select(['inspection.id as inspectionId', 'inspection.version_id as versionId', 'inspection.kind'])
    .select(['inspection.begun_at as begunAt', 'inspection.begun_by_name as begunBy'])
    .select(['inspection.begun_by_id as begunById', 'inspection.ended_at as endedAt'])
    .select(['inspection.called_off_at as calledOffAt', 'inspection.round_id as roundId'])
    .select(['station.id as stationId', 'station.code', 'station.name', 'station.host_unit as hostUnit'])
    .select(['station.organisation_id as organisationId'])
    .where('inspection.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (visit === undefined) throw notFound({ zh: '检查', en: 'visit' })
  return visit
}

export type Visit = Awaited<ReturnType<typeof lockVisit>>

export function noteAudit(ctx: Context, { organisationId, stationId, inspectionId }: Visit): void {
  ctx.auditNote.organisationId = organisationId
  ctx.auditNote.subjects = [`station:${stationId}`, `inspection:${inspectionId}`]
}

async function letGo(ctx: Context, stationId: string): Promise<void> {
  await tables(ctx)
    .updateTable('stations.inspection')
    .set({ begun_at: null, begun_by_name: null, begun_by_bk: null, begun_by_id: null })
    .where('station_id', '=', stationId)
    .where('begun_at', '<', new Date(ctx.now.getTime() - VISIT_HOURS_MAX * 3_600_000))
    .where('ended_at', 'is', null)
    .where('called_off_at', 'is', null)
    .execute()
}

/** Another inspector's visit at the station that is not over. */
export async function goingOnAt(ctx: Context, stationId: string, inspectorId: string) {
  return tables(ctx)
    .selectFrom('stations.inspection')
    .select(['id', 'begun_by_name as name', 'begun_at as since'])
    .where('station_id', '=', stationId)
    .where('begun_at', 'is not', null)
    .where('ended_at', 'is', null)
    .where('called_off_at', 'is', null)
    .where('begun_by_id', '<>', inspectorId)
    .executeTakeFirst()
}

export const somebodyThere = ({ name, since }: { name: string | null; since: Date | null }) =>
  conflict('inspector-there', {
    zh: `${name ?? ''}${since === null ? '' : `从${cityTime(since)}起`}正在这里检查。请与对方商量；您填写的内容还在手机里。`,
    en: `${name ?? ''} has been inspecting here${since === null ? '' : ` since ${cityTime(since)}`}. Agree with them; what you wrote is kept on your phone.`,
  })

export const alreadyDone = (name: string) =>
  conflict('already-inspected', {
    zh: `这次检查已经由${name}提交。`,
    en: `This visit was handed in by ${name} already.`,
  })

export const calledOff = () =>
  conflict('visit-called-off', { zh: '这次检查已经取消。', en: 'This visit was called off.' })
