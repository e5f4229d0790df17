import { addDays, cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { findLikenesses } from '../evidence/find-likenesses.ts'
import { insertRows, momentOf } from './load-evidence.ts'
import { storeScene } from './load-pictures.ts'
import type { PlacedStation } from './load-stations.ts'

/** Two scenes that nobody else has, each handed in for two stations, the second time compressed anew. */
const PAIRS = [
  { kind: 'inside', variant: 71, first: 12, second: 57 },
  { kind: 'equipment', variant: 72, first: 88, second: 23 },
] as const

const QUALITY = [88, 45] as const

/** One picture for two stations: found as it is found in life, and left to be judged. */
export async function loadLikenesses(
  ctx: Context,
  stations: readonly PlacedStation[],
  rootId: string,
): Promise<void> {
  for (const { kind, variant, first, second } of PAIRS)
    for (const [index, at] of [first, second].entries()) {
      const station = stations[at]!
      const picture = await storeScene(ctx, rootId, kind, variant, QUALITY[index])
      const taken = momentOf(addDays(cityDay(ctx.now), index === 0 ? -20 : -3), 10 * 60 + variant)
      const [photoId, evidenceId] = [newId(Date.parse(taken)), newId(Date.parse(taken))]
      await insertRows(ctx, 'photo', [
        {
          id: photoId,
          station_id: station.id,
          file_id: picture.fileId,
          thumbnail_file_id: picture.thumbnailFileId,
          kind,
          taken_at: taken,
          added_at: taken,
        },
      ])
      await insertRows(ctx, 'evidence', [
        {
          id: evidenceId,
          station_id: station.id,
          kind: 'photo',
          what: kind,
          is_favourable: true,
          at: taken,
          recorded_at: taken,
          by_kind: 'keeper',
          by_name: station.keeperName,
          photo_id: photoId,
          file_id: picture.originalId,
          proof: 'code',
        },
      ])
      await findLikenesses({ ...ctx, now: new Date(taken) }, station.id, evidenceId, picture.print)
    }
}
