import { act, subjectIdOf, type ReviewCase } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { openPhone, putKeeper } from '../keeping/appoint-keeper.ts'
import { writeStation } from '../keeping/write-station.ts'
import { tables } from '../tables.ts'
import { judgeApplication, withdrawPhotos } from './application-version.ts'
import { findApplication, getApplicationFor, type Application } from './find-application.ts'

export const forwardApplication: Handler<typeof stations.forwardApplication> = async (ctx, input) => {
  const { application } = await getApplicationFor(ctx, input.id)
  await requireAt(ctx, 'stations.check', application.organisationId)
  if (input.visitedOn !== null && input.visitedOn > cityDay(ctx.now)) throw visitToCome()
  const how = input.visitedOn === null ? '查阅材料，未到现场' : `${input.visitedOn}到现场查看`
  const { seq } = await act(ctx, application.caseId, 'forward', {
    seq: input.seq,
    note: `${how}：${input.found}`,
    data: { visitedOn: input.visitedOn },
  })
  return { seq }
}

/** The decision and what follows from it are one: a station with its plate, its keeper and its pictures. */
export const grantApplication: Handler<typeof stations.grantApplication> = async (ctx, input) => {
  const { application } = await getApplicationFor(ctx, input.id)
  await requireAt(ctx, 'stations.decide', application.organisationId)
  if (application.stationCode !== null) throw grantedAlready(application.stationCode)
  await act(ctx, application.caseId, 'grant', {
    seq: input.seq,
    ...(input.note !== '' && { note: input.note }),
  })
  const confirmed = [...application.confirmed, ...input.confirmed]
  const draft = await judgeApplication(ctx, { draft: application.draft, confirmed })
  const { id, code } = await writeStation(ctx, {
    draft: { ...draft, openedOn: cityDay(ctx.now) },
    organisationId: application.organisationId,
    reason: '批准设站',
  })
  await putKeeper(ctx, {
    stationId: id,
    name: application.keeperName,
    phone: openPhone(ctx.config.keys, application.keeperPhoneSealed),
  })
  await insertPhotos(ctx, id, application)
  await tables(ctx)
    .insertInto('stations.application_grant')
    .values({ application_id: application.id, station_id: id, granted_at: ctx.now })
    .execute()
  ctx.auditNote.subjects = [...(ctx.auditNote.subjects ?? []), `station:${id}`]
  ctx.auditNote.detail = { ...ctx.auditNote.detail, code }
  return { code }
}

async function insertPhotos(ctx: Context, stationId: string, { photos }: Application): Promise<void> {
  const rows = photos.map((photo) => ({
    id: newId(),
    station_id: stationId,
    file_id: photo.fileId,
    thumbnail_file_id: photo.thumbnailFileId,
    kind: photo.kind,
    taken_at: photo.takenAt === null ? null : new Date(photo.takenAt),
    added_at: ctx.now,
  }))
  if (rows.length > 0) await tables(ctx).insertInto('stations.photo').values(rows).execute()
}

/** Of what is refused or taken back, nobody keeps the pictures before their eyes. */
export async function onApplicationState(ctx: Context, one: ReviewCase, state: string): Promise<void> {
  if (state !== 'refused' && state !== 'withdrawn') return
  const application = await findApplication(ctx, subjectIdOf(one))
  if (application !== undefined) await withdrawPhotos(ctx, application.photos)
}

const visitToCome = () =>
  invalid('visit-to-come', {
    field: 'visitedOn',
    reason: { zh: '现场查看的日期还没有到。', en: 'The day of the visit has not come yet.' },
  })

const grantedAlready = (code: string) =>
  conflict('granted-already', {
    zh: `这份申请已经批准，驿站编号${code}。`,
    en: `This application was granted; the station is ${code}.`,
  })
