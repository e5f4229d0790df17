import { sql } from 'kysely'
import { callersPhoneIndex } from '#kernel/access/index.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { inReach } from '../in-reach.ts'
import { maskedPhone, openPhone } from '../keeping/appoint-keeper.ts'
import { handoversOf, sideOf } from './handover-rows.ts'

const SHOWN_MAX = 50

/** Of a station, for its keeper, the successor and its officers; without a code, what waits for the caller. */
export const listHandovers: Handler<typeof stations.listHandovers> = async (ctx, { code }) => {
  const own = await callersPhoneIndex(ctx)
  const isParty =
    own === undefined
      ? sql<boolean>`false`
      : sql<boolean>`(handover.successor_phone_index = ${own} or keeper.phone_index = ${own})`
  const isOfficers = code === undefined ? sql<boolean>`false` : inReach(ctx, 'stations.read')
  const rows = await handoversOf(ctx)
    .select(['station.code as stationCode', 'station.name as stationName', 'keeper.name as keeperName'])
    .select(['handover.offered_by as offeredBy', 'handover.offered_at as offeredAt'])
    .where(sql<boolean>`(${isParty} or ${isOfficers})`)
    .$if(code !== undefined, (query) => query.where('station.code', '=', code!))
    .$if(code === undefined, (query) =>
      query.where('handover.ended_at', 'is', null).where('handover.expires_at', '>', ctx.now),
    )
    .orderBy('handover.offered_at', 'desc')
    .limit(SHOWN_MAX)
    .execute()
  return {
    rows: rows.map((row) => {
      const side = sideOf(own, row) ?? null
      const phone = openPhone(ctx.config.keys, row.successorPhoneSealed)
      return {
        id: row.id,
        stationCode: row.stationCode,
        stationName: row.stationName,
        keeperName: row.keeperName,
        successorName: row.successorName,
        successorPhone: side === 'successor' ? phone : maskedPhone(phone),
        offeredBy: row.offeredBy,
        offeredAt: row.offeredAt,
        expiresAt: row.expiresAt,
        keeperAgreedAt: row.keeperAgreedAt,
        successorAgreedAt: row.successorAgreedAt,
        endedAt: row.endedAt,
        outcome: row.outcome ?? (row.expiresAt < ctx.now ? ('expired' as const) : null),
        side,
      }
    }),
  }
}
