import { sql } from 'kysely'
import { startOfDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { DemoPicture } from './load-pictures.ts'
import type { PlacedStation } from './load-stations.ts'
import type { DemoEvidence } from './make-demo-evidence.ts'
import type { Random } from './random.ts'

const METRES_AWAY_MAX = 60

/** A year of photos and keepers' words, each recorded when it was brought. */
export async function loadEvidence(
  ctx: Context,
  random: Random,
  stations: readonly PlacedStation[],
  evidence: readonly DemoEvidence[],
  pictures: ReadonlyMap<string, readonly DemoPicture[]>,
): Promise<void> {
  const photos: object[] = []
  const rows = evidence.map(({ station, kind, what, day, minute }) => {
    const { id: stationId, keeperName } = stations[station]!
    const at = momentOf(day, minute)
    const picture = kind === 'photo' ? pictures.get(what)![station % pictures.get(what)!.length]! : undefined
    const photoId = picture === undefined ? null : newId(Date.parse(at))
    if (picture !== undefined)
      photos.push({
        id: photoId,
        station_id: stationId,
        file_id: picture.fileId,
        thumbnail_file_id: picture.thumbnailFileId,
        kind: what,
        taken_at: at,
        added_at: at,
      })
    return {
      id: newId(Date.parse(at)),
      station_id: stationId,
      kind,
      what,
      is_favourable: true,
      at,
      recorded_at: at,
      by_kind: 'keeper',
      by_name: keeperName,
      photo_id: photoId,
      file_id: picture?.originalId ?? null,
      proof: kind === 'photo' ? 'position' : null,
      distance_metres: kind === 'photo' ? random.whole(3, METRES_AWAY_MAX) : null,
    }
  })
  await insertRows(ctx, 'photo', photos)
  await insertRows(ctx, 'evidence', rows)
}

/** Minutes after midnight in the city, as ISO text. */
export const momentOf = (day: string, minute: number): string =>
  new Date(startOfDay(day).getTime() + minute * 60_000).toISOString()

/** Rows of a table of this programme, in one statement. */
export async function insertRows(ctx: Context, table: string, rows: readonly object[]): Promise<void> {
  const name = sql.raw(`stations.${table}`)
  await sql`insert into ${name}
    select (json_populate_recordset(null::${name}, ${JSON.stringify(rows)}::json)).*`.execute(ctx.db)
}
