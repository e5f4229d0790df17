import { getFile, storePhoto } from '#kernel/files/index.ts'
import { madeBy } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid, notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { rewrite } from '../keeping/edit-station.ts'
import { lockStation, type StandingStation } from '../keeping/lock-station.ts'
import { stationLevels } from '../roster/roster-levels.ts'
import { tables } from '../tables.ts'
import type { StationLevel } from '../words.ts'
import { honourUpload } from './honour-upload.ts'
import { endWatch } from './honour-watch.ts'

/** An honour is registered with the document that gives it; the station's level follows. */
export const nameStation: Handler<typeof stations.nameStation> = async (ctx, input) => {
  const station = await lockStation(ctx, input.code)
  await requireAt(ctx, 'stations.decide', station.organisationId)
  if (station.state === 'closed') throw gone()
  if (input.namedOn > cityDay(ctx.now)) throw dayToCome('namedOn')
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('stations.honour')
    .values({
      id,
      station_id: station.id,
      level: input.level,
      title: input.title,
      document_no: input.documentNo,
      issuer: input.issuer,
      named_on: input.namedOn,
      file_id: input.fileId === null ? null : await storeDocument(ctx, input.fileId, station.organisationId),
      made_by: madeBy(ctx),
    })
    .execute()
  await followLevel(ctx, station, `登记荣誉：${input.title}（${input.documentNo}）`)
  ctx.auditNote.organisationId = station.organisationId
  ctx.auditNote.subjects = [`station:${station.id}`, `honour:${id}`]
  return { id }
}

/** Whoever gave it took it back; the record stays, and the level falls to what is left. */
export const revokeHonour: Handler<typeof stations.revokeHonour> = async (ctx, { id, revokedOn, reason }) => {
  const honour = await tables(ctx)
    .selectFrom('stations.honour as honour')
    .innerJoin('stations.station as station', 'station.id', 'honour.station_id')
    .select(['station.code', 'honour.named_on as namedOn', 'honour.revoked_on as revokedOn', 'honour.title'])
    .where('honour.id', '=', id)
    .executeTakeFirst()
  if (honour === undefined) throw notFound({ zh: '荣誉', en: 'honour' })
  const station = await lockStation(ctx, honour.code)
  await requireAt(ctx, 'stations.decide', station.organisationId)
  if (honour.revokedOn !== null) return { revoked: false }
  if (revokedOn > cityDay(ctx.now) || revokedOn < honour.namedOn) throw dayToCome('revokedOn')
  await tables(ctx)
    .updateTable('stations.honour')
    .set({ revoked_on: revokedOn, revoked_at: ctx.now, revoked_by: madeBy(ctx), revoked_reason: reason })
    .where('id', '=', id)
    .execute()
  await endWatch(ctx, id, { answer: 'revoked', reason })
  await followLevel(ctx, station, `撤销荣誉：${honour.title}`)
  ctx.auditNote.organisationId = station.organisationId
  ctx.auditNote.subjects = [`station:${station.id}`, `honour:${id}`]
  ctx.auditNote.reason = reason
  return { revoked: true }
}

async function storeDocument(ctx: Context, fileId: string, organisationId: string): Promise<string> {
  const original = await getFile(ctx, fileId, honourUpload.purpose)
  return (await storePhoto(ctx, original, organisationId)).fileId
}

/** The level of a station is its highest honour that stands; figures count it by the station's dated versions. */
async function followLevel(ctx: Context, station: StandingStation, reason: string): Promise<void> {
  const rows = await tables(ctx)
    .selectFrom('stations.honour')
    .select('level')
    .where('station_id', '=', station.id)
    .where('revoked_on', 'is', null)
    .execute()
  const held = new Set<StationLevel>(rows.map(({ level }) => level))
  const level = stationLevels.find((one) => held.has(one.level))?.level ?? 'ordinary'
  if (level === station.draft.level) return
  await rewrite(ctx, station, { draft: { ...station.draft, level }, reason })
}

const gone = () =>
  conflict('gone-already', {
    zh: '已撤销的驿站不再登记荣誉。',
    en: 'A station that is gone is named no more.',
  })

const dayToCome = (field: string) =>
  invalid('day-to-come', {
    field,
    reason: { zh: '日期不能晚于今天，也不能早于命名之日。', en: 'Not after today, nor before it was named.' },
  })
