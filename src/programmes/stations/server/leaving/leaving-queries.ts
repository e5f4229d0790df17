import { findKeeping } from '../keeping/keeping.ts'
import { caseStates } from '#kernel/review/index.ts'
import { holdsAt, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { liveIndex } from '../index/live-index.ts'
import { nearestStations } from '../index/nearest-stations.ts'
import { getStandingStation, lockStation, noSuchStation } from '../keeping/lock-station.ts'
import { sanctionsOf, warningsWithinAYear } from '../sanctions/sanctions-of.ts'
import { tables } from '../tables.ts'
import { subjectOf } from './leave-station.ts'
import { leavingProcedure, withdrawalProcedure } from './leaving-procedures.ts'

/** For whoever stands before the door: that the station is gone, and where the nearest open one is. */
export const getLeaving: Handler<typeof stations.getLeaving> = async (ctx, { code }) => {
  const station = await getStandingStation(ctx, code)
  const leaving = await findLeaving(ctx, station.id)
  const found = nearestStations(
    await liveIndex(ctx),
    station.draft.location,
    { openOnly: true, facilities: [], limit: 2 },
    ctx.now,
  ).find((one) => one.station.id !== station.id)
  return {
    gone:
      leaving === undefined ? null : { kind: leaving.kind, on: leaving.on, mergedInto: mergedOf(leaving) },
    nearest:
      found === undefined
        ? null
        : {
            code: found.station.code,
            name: found.station.name,
            address: found.station.address,
            distanceMetres: found.distanceMetres,
          },
  }
}

/** The cases by which a station may leave, for its keeper and its officers. */
export const getLeavingCases: Handler<typeof stations.getLeavingCases> = async (ctx, { code }) => {
  const station = await getStandingStation(ctx, code)
  const isKeeper = (await findKeeping(ctx, station.id)) !== undefined
  const holds = (permission: string) => holdsAt(ctx, permission, station.organisationId)
  if (!isKeeper && !(await holds('stations.read'))) throw noSuchStation()
  const subject = subjectOf(code)
  const stateOf = async (id: string) => {
    const one = (await caseStates(ctx, id, [subject])).get(subject)
    return one === undefined ? null : { caseId: one.caseId, state: one.state, isOpen: one.isOpen }
  }
  const gone = await findLeaving(ctx, station.id)
  const isThere = station.state !== 'closed'
  return {
    leaving: await stateOf(leavingProcedure.id),
    withdrawal: await stateOf(withdrawalProcedure.id),
    gone:
      gone === undefined
        ? null
        : { kind: gone.kind, on: gone.on, reason: gone.reason, plateReturnedAt: gone.plateReturnedAt },
    warningsThisYear: warningsWithinAYear(ctx, await sanctionsOf(ctx, station.id)),
    mayPropose: isThere && (isKeeper || (await holds('stations.edit'))),
    mayWarn: isThere && (await holds('stations.check')),
    mayNotePlate: gone !== undefined && gone.plateReturnedAt === null && (await holds('stations.plates')),
  }
}

export const notePlateReturned: Handler<typeof stations.notePlateReturned> = async (ctx, { code, to }) => {
  const station = await lockStation(ctx, code)
  await requireAt(ctx, 'stations.plates', station.organisationId)
  const leaving = await findLeaving(ctx, station.id)
  if (leaving === undefined) throw notFound({ zh: '退出记录', en: 'record of leaving' })
  if (leaving.plateReturnedAt !== null) throw returnedAlready()
  await tables(ctx)
    .updateTable('stations.leaving')
    .set({ plate_returned_at: ctx.now, plate_returned_to: to })
    .where('station_id', '=', station.id)
    .execute()
  ctx.auditNote.organisationId = station.organisationId
  ctx.auditNote.subjects = [`station:${station.id}`]
  return { returnedAt: ctx.now }
}

const findLeaving = (ctx: Context, stationId: string) =>
  tables(ctx)
    .selectFrom('stations.leaving as leaving')
    .leftJoin('stations.station as successor', 'successor.id', 'leaving.merged_into')
    .select(['leaving.kind', 'leaving.decided_on as on', 'leaving.reason'])
    .select(['leaving.plate_returned_at as plateReturnedAt', 'successor.code', 'successor.name'])
    .where('leaving.station_id', '=', stationId)
    .executeTakeFirst()

const mergedOf = ({ code, name }: { code: string | null; name: string | null }) =>
  code === null || name === null ? null : { code, name }

const returnedAlready = () =>
  conflict('plate-returned', {
    zh: '这块门牌已经登记收回。',
    en: 'The return of this plate was noted already.',
  })
