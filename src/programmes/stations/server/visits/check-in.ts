import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { openStateAt } from '../../rules/open-state.ts'
import { tellChanged } from '../index/tell-changed.ts'
import { tables } from '../tables.ts'
import { judgePresence, type Presence } from './presence.ts'
import { getVisitedStation, type VisitedStation } from './visited-station.ts'
import { requireVisitor, type Visitor } from './visitor.ts'

const HALF_HOUR_MS = 30 * 60_000

/** Half hours since 1970: the key of `check_in_once`, by which the database holds one visit to one row. */
export const halfHourOf = (at: Date): number => Math.floor(at.getTime() / HALF_HOUR_MS)

export const checkIn: Handler<typeof stations.checkIn> = async (ctx, input) => {
  const visitor = requireVisitor(ctx, input.visitorKey)
  const station = await getVisitedStation(ctx, input.code)
  const presence = judgePresence(ctx, station, input)
  const isNew = await insertOnce(ctx, station, visitor, presence)
  const row = await visitNow(ctx, station, visitor)
  ctx.auditNote.organisationId = station.organisationId
  ctx.auditNote.subjects = [`station:${station.id}`]
  // Somebody inside while the hours say closed is no fault of theirs: it is news about the hours.
  const outsideHours = !openStateAt(station.hours, ctx.now).open
  ctx.auditNote.detail = { proof: row.proof, repeated: !isNew, outsideHours }
  if (isNew) await tellChanged(ctx, [station.id])
  return {
    checkIn: { ...row, stationCode: station.code, stationName: station.name },
    repeated: !isNew,
  }
}

/** False where this visitor was already counted here in this half hour, by however many taps at once. */
async function insertOnce(
  ctx: Context,
  station: VisitedStation,
  visitor: Visitor,
  presence: Presence,
): Promise<boolean> {
  const inserted = await tables(ctx)
    .insertInto('stations.check_in')
    .values({
      bk: visitor.bk,
      id: newId(ctx.now.getTime()),
      visitor: visitor.digest,
      station_id: station.id,
      at: ctx.now,
      half_hour: halfHourOf(ctx.now),
      proof: presence.proof,
      distance_metres: presence.distanceMetres,
    })
    .onConflict((clash) => clash.constraint('check_in_once').doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

const visitNow = (ctx: Context, station: VisitedStation, visitor: Visitor) =>
  tables(ctx)
    .selectFrom('stations.check_in')
    .select(['id', 'at', 'proof'])
    .where('bk', '=', visitor.bk)
    .where('visitor', '=', visitor.digest)
    .where('station_id', '=', station.id)
    .where('half_hour', '=', halfHourOf(ctx.now))
    .executeTakeFirstOrThrow()
