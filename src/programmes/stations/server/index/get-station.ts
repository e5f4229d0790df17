import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { findKeeping } from '../keeping/keeping.ts'
import { noSuchStation } from '../keeping/lock-station.ts'
import { checkInsSince, daysBefore, organisationName, stationsOf } from '../keeping/staff-stations.ts'
import { newestPhotos } from '../station-photos.ts'
import { answeredAt } from '../reports/report-rows.ts'
import { evidenceWording } from './evidence-wording.ts'
import { liveIndex, slotOf } from './live-index.ts'
import { mapStation } from './map-stations.ts'
import { answerOf, turnIndexTo } from './station-index.ts'

const EVIDENCE_MAX = 8

export const getStation: Handler<typeof stations.getStation> = async (ctx, { code }) => {
  const index = await liveIndex(ctx)
  const face = await readFace(ctx, code)
  const slot = await slotOf(ctx.db, index, face.id)
  turnIndexTo(index, ctx.now)
  const open = answerOf(index, slot)
  const { id, ...shown } = face
  const onMap = mapStation(index, slot)
  const today = cityDay(ctx.now)
  return {
    ...onMap,
    ...shown,
    openNow: { ...open.said, evidence: evidenceOf(open.evidence) },
    exceptions: onMap.hours.exceptions
      .filter(({ date }) => date >= today)
      .map(({ date, note }) => ({ date, note: note ?? '' })),
    photos: await newestPhotos(ctx, id),
    mine: (await findKeeping(ctx, id)) !== undefined,
  }
}

type Evidence = ReturnType<typeof answerOf>['evidence']

/** What was heard, weightiest first; the declared hours are said by the state itself. */
const evidenceOf = (evidence: Evidence) =>
  evidence
    .flatMap(({ kind, at, weight }) => (at === null ? [] : [{ kind, at, weight }]))
    .slice(0, EVIDENCE_MAX)
    .map(({ kind, at, weight }) => ({
      kind,
      at,
      weight: Math.round(weight * 100) / 100,
      wording: evidenceWording({ kind, weight }),
    }))

async function readFace(ctx: Context, code: string) {
  const face = await stationsOf(ctx)
    .select(['station.id', 'station.state', organisationName.as('organisationName'), 'station.phone'])
    .select(['station.host_unit as hostUnit', 'station.other_facilities as otherFacilities'])
    .select(['station.opened_on as openedOn', checkInsSince(daysBefore(ctx, 30)).as('checkIns30Days')])
    .select([reportsSince(ctx, sql`true`).as('reports90Days')])
    .select([reportsSince(ctx, sql`${answeredAt} <= report.due_at`).as('answeredInTime90Days')])
    .where('station.code', '=', code)
    .executeTakeFirst()
  if (face === undefined) throw noSuchStation()
  return face
}

const reportsSince = (ctx: Context, condition: ReturnType<typeof sql>) => sql<number>`(
  select count(*) from stations.report
  where report.station_id = station.id and report.at > ${daysBefore(ctx, 90)} and ${condition})`
