import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'
import { faultOfPhoto, type OfferedPhoto } from '../../rules/evidence/judge-photo.ts'
import { partOfPhoto, type ChecklistPart } from '../../rules/standard/checklist.ts'
import type { PhotoKind } from '../../rules/standard/standard-schema.ts'
import { requireChallenge } from '../evidence/challenge.ts'
import { keepPhoto, offeredPhoto } from '../evidence/keep-photo.ts'
import { wordsOfPhotoFault } from '../evidence/photo-refusals.ts'
import { requirePicture } from '../evidence/send-photo.ts'
import type { StandingStation } from '../keeping/lock-station.ts'
import type { Presence } from '../visits/presence.ts'
import type { Visit } from './begin-inspection.ts'
import type { requireInspector } from './independence.ts'
import type { Submitted } from './submit-inspection.ts'

type VisitPhotos = {
  readonly station: StandingStation
  readonly visit: Visit
  readonly parts: readonly ChecklistPart[]
  readonly failing: readonly string[]
  readonly input: Submitted
  readonly inspector: ReturnType<typeof requireInspector>
  readonly presence: Presence
}

/**
 * Photos that prove something are kept; the others are left out and named, because a visit's answers must not be lost
 * for a photo. A photo of what was found wanting speaks against the station.
 */
export async function keepVisitPhotos(
  ctx: Context,
  { station, visit, parts, failing, input, inspector, presence }: VisitPhotos,
): Promise<{ what: PhotoKind; why: Text }[]> {
  const left: { what: PhotoKind; why: Text }[] = []
  const kept = new Set<string>()
  for (const { what, fileId, capturedAt } of input.photos) {
    if (kept.has(what)) {
      left.push({ what, why: { zh: '同一项已有一张。', en: 'There is one of this kind already.' } })
      continue
    }
    const original = await requirePicture(ctx, fileId)
    const challenge = requireChallenge(ctx, input.challenge ?? '', { station: station.id, what })
    const photo = await offeredPhoto(ctx, station, original, {
      challenge,
      capturedAt: new Date(capturedAt),
      presence,
    })
    const fault = faultOfVisit(photo)
    if (fault !== undefined) {
      left.push({ what, why: wordsOfPhotoFault(fault, photo) })
      continue
    }
    kept.add(what)
    await keepPhoto(ctx, {
      station,
      original,
      what,
      isFavourable: !failing.includes(partOfPhoto(parts, what)?.criterion ?? ''),
      photo,
      challenge,
      by: { kind: 'inspector', ...inspector },
      inspectionId: visit.inspectionId,
    })
  }
  return left
}

/** An inspector without a position is believed to be there; one whose phone was elsewhere is not. */
const faultOfVisit = (photo: OfferedPhoto) => {
  const fault = faultOfPhoto(photo)
  return fault === 'no-place' ? undefined : fault
}
