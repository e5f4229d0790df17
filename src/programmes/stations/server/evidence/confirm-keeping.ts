import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { forbidden } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { standingNow, withCertificate } from '../certificates/with-certificate.ts'
import { lockStation } from '../keeping/lock-station.ts'
import { tables } from '../tables.ts'
import { requireBearer } from './bearer.ts'
import { bearerColumns } from './keep-photo.ts'
import { requireOpen } from './send-photo.ts'

/** The keeper's own word; nobody gives it for them. Once a day says as much as ten times. */
export const confirmKeeping: Handler<typeof stations.confirmKeeping> = async (ctx, { code }) => {
  const station = await lockStation(ctx, code)
  requireOpen(station)
  const by = await requireBearer(ctx, station)
  if (by.kind !== 'keeper') throw forbidden('keeper')
  ctx.auditNote.organisationId = station.organisationId
  ctx.auditNote.subjects = [`station:${station.id}`]
  if (await saidToday(ctx, station.id)) return { repeated: true, ...(await standingNow(ctx, station.id)) }
  await withCertificate(ctx, station.id, 'evidence', () =>
    tables(ctx)
      .insertInto('stations.evidence')
      .values({
        id: newId(ctx.now.getTime()),
        station_id: station.id,
        kind: 'keeper',
        what: '',
        at: ctx.now,
        ...bearerColumns(by),
      })
      .execute(),
  )
  return { repeated: false, ...(await standingNow(ctx, station.id)) }
}

async function saidToday(ctx: Context, stationId: string): Promise<boolean> {
  const last = await tables(ctx)
    .selectFrom('stations.evidence as evidence')
    .leftJoin('stations.evidence_withdrawal as back', 'back.evidence_id', 'evidence.id')
    .select('evidence.at')
    .where('evidence.station_id', '=', stationId)
    .where('evidence.kind', '=', 'keeper')
    .where('back.evidence_id', 'is', null)
    .orderBy('evidence.at', 'desc')
    .executeTakeFirst()
  return last !== undefined && cityDay(last.at) === cityDay(ctx.now)
}
