import { claimFile, getFile } from '#kernel/files/index.ts'
import { addDays, cityDay, momentAt } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { documentKindWords } from '../../rules/certificate/words.ts'
import type { DocumentKind } from '../../rules/standard/standard-schema.ts'
import { standingNow, withCertificate } from '../certificates/with-certificate.ts'
import { lockStation } from '../keeping/lock-station.ts'
import { standardOn } from '../standards/in-force.ts'
import { tables } from '../tables.ts'
import { requireBearer } from './bearer.ts'
import { evidenceUpload } from './evidence-upload.ts'
import { bearerColumns } from './keep-photo.ts'
import { requireOpen } from './send-photo.ts'

export const sendDocument: Handler<typeof stations.sendDocument> = async (ctx, input) => {
  const station = await lockStation(ctx, input.code)
  requireOpen(station)
  const by = await requireBearer(ctx, station)
  await requireFresh(ctx, input.of, input.signedOn)
  const file = await getFile(ctx, input.fileId, evidenceUpload.purpose)
  await claimFile(ctx, file.id, station.organisationId)
  const id = newId(ctx.now.getTime())
  await withCertificate(ctx, station.id, 'evidence', () =>
    tables(ctx)
      .insertInto('stations.evidence')
      .values({
        id,
        station_id: station.id,
        kind: 'document',
        what: input.of,
        at: signedAt(ctx, input.signedOn),
        file_id: file.id,
        ...bearerColumns(by),
      })
      .execute(),
  )
  ctx.auditNote.organisationId = station.organisationId
  ctx.auditNote.subjects = [`station:${station.id}`, `evidence:${id}`]
  ctx.auditNote.detail = { of: input.of, sha256: file.sha256 }
  return { evidenceId: id, ...(await standingNow(ctx, station.id)) }
}

/** Noon of its day, or now where it was signed today and noon is yet to come. */
const signedAt = (ctx: Context, day: string): Date =>
  new Date(Math.min(Date.parse(momentAt(day, '12:00')), ctx.now.getTime()))

/** A paper that the standard in force would call too old the moment it arrives is not taken. */
async function requireFresh(ctx: Context, of: DocumentKind, signedOn: string): Promise<void> {
  const today = cityDay(ctx.now)
  const { content } = await standardOn(ctx, today)
  const ages = content.criteria.flatMap(({ needs }) =>
    needs.flatMap(({ anyOf }) =>
      anyOf.flatMap((take) => (take.kind === 'document' && take.of === of ? take.maxAgeDays : [])),
    ),
  )
  const oldest = ages.length === 0 ? undefined : addDays(today, -Math.max(...ages))
  if (signedOn <= today && (oldest === undefined || signedOn >= oldest)) return
  const { zh, en } = documentKindWords[of]
  throw invalid('document-date', {
    field: 'signedOn',
    reason:
      signedOn > today
        ? { zh: `签署日期${signedOn}还没有到。`, en: `${signedOn} is yet to come.` }
        : { zh: `${zh}签于${signedOn}，太旧。`, en: `${en}, signed on ${signedOn}: too old.` },
    accepted:
      oldest === undefined
        ? { zh: '今天或以前的日期', en: 'a day up to today' }
        : { zh: `${oldest}到${today}之间的日期`, en: `a day from ${oldest} to ${today}` },
  })
}
