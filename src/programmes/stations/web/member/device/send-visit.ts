import { uploadFile } from '#kernel/files/client.ts'
import { call } from '#platform/client/call.ts'
import { stations } from '../../../contract.ts'
import type { VisitOutcome } from '../types.ts'
import type { VisitItem, VisitPicture } from './outbox-item.ts'
import { keepUnsent } from './outbox-store.ts'
import { dropPicture, readPicture } from './picture-store.ts'

/**
 * Sends a visit: its pictures one by one, each remembered as soon as it is there, then the result under the visit's
 * key. Cut short anywhere, it goes on from there; the server knows the key, and takes the result once.
 */
export async function sendVisit(item: VisitItem): Promise<VisitOutcome> {
  let sending = item
  for (const picture of item.pictures.filter(({ fileId }) => fileId === undefined)) {
    const fileId = await sendPicture(picture)
    if (fileId === undefined) continue
    sending = { ...sending, pictures: withFile(sending.pictures, picture.id, fileId) }
    await keepUnsent(sending)
  }
  const photos = sending.pictures.flatMap(({ what, capturedAt, fileId }) =>
    fileId === undefined ? [] : [{ what, capturedAt, fileId }],
  )
  const { input } = sending
  const outcome = await call(
    stations.submitInspection,
    { ...input, photos },
    { idempotencyKey: `${item.key}${input.confirmed?.join('') ?? ''}` },
  )
  await Promise.all(sending.pictures.map(({ id }) => dropPicture(id)))
  return outcome
}

const withFile = (pictures: readonly VisitPicture[], id: string, fileId: string): VisitPicture[] =>
  pictures.map((picture) => (picture.id === id ? { ...picture, fileId } : picture))

/** The file's id; undefined for a picture that this phone no longer has, which must not hold the answers back. */
async function sendPicture({ id, capturedAt }: VisitPicture): Promise<string | undefined> {
  const picture = await readPicture(id)
  if (picture === undefined) return undefined
  const file = new File([picture], `${id}.jpg`, { type: picture.type, lastModified: Date.parse(capturedAt) })
  return (await uploadFile('station-evidence', file)).fileId
}
