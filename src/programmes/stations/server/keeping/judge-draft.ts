import { cityOf, findDistrict, judgeEnvelope } from '#kernel/city/index.ts'
import type { Context } from '#platform/context.ts'
import { Failure, invalid, type Problem } from '#platform/failures.ts'
import { datumNames, distanceMetres, isInChina, isSwapped, locate, radians } from '../../rules/coordinates.ts'
import type { Degrees, LocatedPoint } from '../../rules/coordinates.ts'
import { DUPLICATE_WITHIN_METRES } from '../../rules/duplicate-stations.ts'
import type { StationDraft } from '../../shapes.ts'
import { tables } from '../tables.ts'
import type { StandingStation } from './lock-station.ts'
import type { WriteDraft } from './station-row.ts'

/**
 * What an officer wrote, located and judged. Refuses what cannot be; what only looks wrong (a station within 50 m,
 * a place near the city's edge) it refuses until `confirmed` names it: the code stands in the problem's field,
 * as `confirmed.duplicate:410402-0017-M` or `confirmed.near-edge`.
 */
export async function judgeDraft(
  ctx: Context,
  draft: StationDraft,
  confirmed: readonly string[],
  existing?: StandingStation,
): Promise<WriteDraft> {
  const city = cityOf(ctx.config)
  if (findDistrict(city, draft.adcode) === undefined) throw noSuchDistrict(city.name.zh)
  const kept = existing?.draft.location
  if (kept !== undefined && samePlace(kept, draft.location)) return { ...draft, location: kept }
  const location = locateChecked(draft.location)
  const verdict = judgeEnvelope(city, location.longitude, location.latitude)
  if (verdict === 'outside') throw outsideTheCity(city.name)
  const doubts = [
    ...(verdict === 'near-edge' ? [nearEdge] : []),
    ...(await duplicates(ctx, location, existing?.id)),
  ].filter(({ field }) => !confirmed.includes(field.slice('confirmed.'.length)))
  if (doubts.length > 0) throw needsConfirmation(doubts)
  return { ...draft, location }
}

/** A place that was not touched is not asked about again, and keeps what was once received. */
const samePlace = ({ received }: LocatedPoint, { longitude, latitude, datum }: StationDraft['location']) =>
  received.longitude === longitude && received.latitude === latitude && received.datum === datum

function locateChecked({ datum, ...degrees }: StationDraft['location']): LocatedPoint {
  if (isInChina(degrees)) return locate(degrees, datum, '')
  const { longitude, latitude } = degrees
  if (!isSwapped(degrees)) throw notInChina()
  throw invalid('swapped-coordinates', {
    field: 'draft.location',
    reason: { zh: '经度和纬度写反了。', en: 'Longitude and latitude are swapped.' },
    accepted: {
      zh: `对调为经度 ${latitude}、纬度 ${longitude}（${datumNames[datum].zh}）`,
      en: `Swap to longitude ${latitude}, latitude ${longitude} (${datumNames[datum].en})`,
    },
  })
}

/** Stations that are not closed, within 50 m; nearest first. A box by the index, then the sphere. */
export async function stationsWithin(ctx: Context, place: Degrees, ownId?: string) {
  const north = (DUPLICATE_WITHIN_METRES / 111_195) * 1.01
  const east = north / Math.cos(radians(place.latitude))
  const near = await tables(ctx)
    .selectFrom('stations.station')
    .select(['id', 'code', 'name', 'longitude', 'latitude'])
    .where('latitude', '>=', place.latitude - north)
    .where('latitude', '<=', place.latitude + north)
    .where('longitude', '>=', place.longitude - east)
    .where('longitude', '<=', place.longitude + east)
    .where('state', '!=', 'closed')
    .limit(50)
    .execute()
  return near
    .filter((other) => other.id !== ownId)
    .map((other) => ({ code: other.code, name: other.name, exactly: distanceMetres(place, other) }))
    .filter(({ exactly }) => exactly <= DUPLICATE_WITHIN_METRES)
    .sort((a, b) => a.exactly - b.exactly)
    .map(({ code, name, exactly }) => ({ code, name, metres: Math.round(exactly) }))
}

async function duplicates(ctx: Context, place: LocatedPoint, ownId: string | undefined): Promise<Problem[]> {
  return (await stationsWithin(ctx, place, ownId)).map(({ code, name, metres }) => ({
    field: `confirmed.duplicate:${code}`,
    reason: {
      zh: `“${name}”（${code}）就在${metres}米外，可能是同一个驿站。`,
      en: `“${name}” (${code}) stands ${metres} m away; it may be the same station.`,
    },
    accepted: { zh: '确认是两个驿站', en: 'Confirm that they are two stations' },
  }))
}

const nearEdge: Problem = {
  field: 'confirmed.near-edge',
  reason: { zh: '这个位置在市界附近，请核对。', en: "This place is near the city's edge; check it." },
  accepted: { zh: '确认在本市', en: 'Confirm that it is in the city' },
}

const needsConfirmation = (doubts: readonly Problem[]) =>
  new Failure(
    422,
    'needs-confirmation',
    { zh: '有需要您确认的地方，确认后再保存。', en: 'Something needs your confirmation before it is saved.' },
    doubts,
  )

const outsideTheCity = (city: { zh: string; en: string }) =>
  invalid('outside-city', {
    field: 'draft.location',
    reason: { zh: `这个位置不在${city.zh}。`, en: `This place is not in ${city.en}.` },
    accepted: { zh: `${city.zh}范围内的坐标`, en: `a place in ${city.en}` },
  })

const notInChina = () =>
  invalid('outside-china', {
    field: 'draft.location',
    reason: { zh: '这个坐标不在中国境内。', en: 'This place is not in China.' },
    accepted: { zh: '经度在前、纬度在后，如 113.30, 33.74', en: 'longitude first, as in 113.30, 33.74' },
  })

const noSuchDistrict = (city: string) =>
  invalid('unknown-district', {
    field: 'draft.adcode',
    reason: { zh: `${city}没有这个县区代码。`, en: 'The city has no district of this code.' },
    accepted: { zh: '从列表中选择县区', en: 'choose a district from the list' },
  })
