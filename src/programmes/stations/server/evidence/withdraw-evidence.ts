import { withdrawFile } from '#kernel/files/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { standingNow, withCertificate } from '../certificates/with-certificate.ts'
import { tables } from '../tables.ts'

export type Withdrawal = {
  readonly reason: string
  readonly cause: 'officer' | 'same-picture' | 'finding-lifted'
}

export const withdrawEvidence: Handler<typeof stations.withdrawEvidence> = async (ctx, { id, reason }) => {
  const evidence = await getEvidence(ctx, id)
  await requireAt(ctx, 'stations.edit', evidence.organisationId)
  ctx.auditNote.organisationId = evidence.organisationId
  ctx.auditNote.subjects = [`station:${evidence.stationId}`, `evidence:${id}`]
  ctx.auditNote.reason = reason
  const withdrawn = await takeBack(ctx, evidence, { reason, cause: 'officer' })
  return { withdrawn, ...(await standingNow(ctx, evidence.stationId)) }
}

export async function getEvidence(ctx: Context, id: string) {
  const row = await tables(ctx)
    .selectFrom('stations.evidence as evidence')
    .innerJoin('stations.station as station', 'station.id', 'evidence.station_id')
    .leftJoin('stations.photo as photo', 'photo.id', 'evidence.photo_id')
    .select(['evidence.id', 'evidence.kind', 'evidence.file_id as fileId', 'evidence.photo_id as photoId'])
    .select(['station.id as stationId', 'station.organisation_id as organisationId'])
    .select(['photo.file_id as pictureId', 'photo.thumbnail_file_id as thumbnailId'])
    .where('evidence.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '依据', en: 'evidence' })
  return row
}

export type EvidenceOnFile = Awaited<ReturnType<typeof getEvidence>>

/** Evidence is taken back once, with its picture; the certificate is computed anew and says why. False a second time. */
export async function takeBack(
  ctx: Context,
  evidence: EvidenceOnFile,
  { reason, cause }: Withdrawal,
): Promise<boolean> {
  const { actor } = ctx
  const person = actor.kind === 'account' ? actor.person : null
  return withCertificate(ctx, evidence.stationId, 'withdrawal', async () => {
    const row = await tables(ctx)
      .insertInto('stations.evidence_withdrawal')
      .values({
        evidence_id: evidence.id,
        at: ctx.now,
        reason,
        cause,
        by_name: actor.kind === 'anonymous' ? '—' : actor.name,
        by_bk: person?.bk ?? null,
        by_id: person?.id ?? null,
      })
      .onConflict((clash) => clash.column('evidence_id').doNothing())
      .returning('evidence_id')
      .executeTakeFirst()
    if (row === undefined) return false
    if (evidence.photoId !== null) await hidePhoto(ctx, evidence)
    return true
  })
}

async function hidePhoto(ctx: Context, { photoId, pictureId, thumbnailId }: EvidenceOnFile): Promise<void> {
  await tables(ctx)
    .updateTable('stations.photo')
    .set({ removed_at: ctx.now })
    .where('id', '=', photoId)
    .where('removed_at', 'is', null)
    .execute()
  await withdrawFile(
    ctx,
    [pictureId, thumbnailId].filter((id) => id !== null),
  )
}
