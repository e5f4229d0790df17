import { fileAddress } from '#kernel/files/index.ts'
import { holdsAt, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { inReach } from '../in-reach.ts'
import { getStandingStation } from '../keeping/lock-station.ts'
import { tables } from '../tables.ts'
import { endWatch } from './honour-watch.ts'

const honourColumns = [
  'honour.id',
  'honour.level',
  'honour.title',
  'honour.document_no as documentNo',
  'honour.issuer',
  'honour.named_on as namedOn',
  'honour.file_id as fileId',
  'honour.revoked_on as revokedOn',
  'honour.revoked_reason as revokedReason',
] as const

type Honour = Awaited<ReturnType<ReturnType<typeof honoursOf>['execute']>>[number]

const honoursOf = (ctx: Context) => tables(ctx).selectFrom('stations.honour as honour').select(honourColumns)

const shown = ({ fileId, ...honour }: Honour) => ({
  ...honour,
  documentUrl: fileId === null ? null : fileAddress(fileId),
})

/** Those that stand first, newest first; what was revoked stays to be seen. */
export const listHonours: Handler<typeof stations.listHonours> = async (ctx, { code }) => {
  const { id } = await getStandingStation(ctx, code)
  const rows = await honoursOf(ctx)
    .where('honour.station_id', '=', id)
    .orderBy((is) => is('honour.revoked_on', 'is not', null))
    .orderBy('honour.named_on', 'desc')
    .orderBy('honour.id')
    .limit(50)
    .execute()
  return { rows: rows.map(shown) }
}

export const listHonourWatches: Handler<typeof stations.listHonourWatches> = async (ctx, { openOnly }) => {
  const rows = await tables(ctx)
    .selectFrom('stations.honour_watch as watch')
    .innerJoin('stations.honour as honour', 'honour.id', 'watch.honour_id')
    .innerJoin('stations.station as station', 'station.id', 'honour.station_id')
    .select([
      ...honourColumns,
      'watch.id as watchId',
      'watch.since',
      'watch.why',
      'watch.answer',
      'watch.reason',
    ])
    .select(['watch.answered_by as answeredBy', 'station.organisation_id as organisationId'])
    .select(['station.code as stationCode', 'station.name as stationName'])
    .where(inReach(ctx, 'stations.read'))
    .$if(openOnly, (query) => query.where('watch.answered_at', 'is', null))
    .orderBy('watch.since', 'desc')
    .orderBy('watch.id')
    .limit(200)
    .execute()
  return {
    rows: await Promise.all(
      rows.map(
        async ({
          watchId,
          since,
          why,
          answer,
          reason,
          answeredBy,
          organisationId,
          stationCode,
          stationName,
          ...honour
        }) => ({
          id: watchId,
          stationCode,
          stationName,
          honour: shown(honour),
          why,
          since,
          answer,
          answeredBy,
          reason,
          mayAnswer: answer === null && (await holdsAt(ctx, 'stations.decide', organisationId)),
        }),
      ),
    ),
  }
}

/** The honour stays, or whoever gave it is told: a person says which, and why. */
export const answerHonourWatch: Handler<typeof stations.answerHonourWatch> = async (
  ctx,
  { id, answer, reason },
) => {
  const watch = await tables(ctx)
    .selectFrom('stations.honour_watch as watch')
    .innerJoin('stations.honour as honour', 'honour.id', 'watch.honour_id')
    .innerJoin('stations.station as station', 'station.id', 'honour.station_id')
    .select(['watch.answered_at as answeredAt', 'watch.honour_id as honourId', 'station.id as stationId'])
    .select('station.organisation_id as organisationId')
    .where('watch.id', '=', id)
    .forUpdate('watch')
    .executeTakeFirst()
  if (watch === undefined) throw notFound({ zh: '荣誉复核', en: 'watch over an honour' })
  await requireAt(ctx, 'stations.decide', watch.organisationId)
  if (watch.answeredAt !== null) throw answeredAlready()
  await endWatch(ctx, watch.honourId, { answer, reason })
  ctx.auditNote.organisationId = watch.organisationId
  ctx.auditNote.subjects = [`station:${watch.stationId}`, `honour:${watch.honourId}`]
  ctx.auditNote.reason = reason
  return { answeredAt: ctx.now }
}

const answeredAlready = () =>
  conflict('answered-already', { zh: '这条提示已经处理。', en: 'This was answered already.' })
