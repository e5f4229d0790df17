import { requireAt } from '#platform/authorise.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { tables } from '../tables.ts'
import { issuePlates } from './issue-plates.ts'
import { lockStation } from './lock-station.ts'

export const reissuePlate: Handler<typeof stations.reissuePlate> = async (ctx, input) => {
  const station = await lockStation(ctx, input.code)
  await requireAt(ctx, 'stations.plates', station.organisationId)
  await tables(ctx)
    .updateTable('stations.plate')
    .set({ ended_at: ctx.now })
    .where('station_id', '=', station.id)
    .where('ended_at', 'is', null)
    .execute()
  await issuePlates(ctx, [station.id])
  ctx.auditNote.organisationId = station.organisationId
  ctx.auditNote.subjects = [`station:${station.id}`]
  ctx.auditNote.reason = input.reason
  return { issuedAt: ctx.now }
}
