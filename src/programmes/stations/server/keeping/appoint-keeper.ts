import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { blindIndex, decrypt, encrypt, type Keys } from '#platform/keys.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { tables } from '../tables.ts'
import { lockStation } from './lock-station.ts'

export type NewKeeper = { readonly stationId: string; readonly name: string; readonly phone: string }

export const appointKeeper: Handler<typeof stations.appointKeeper> = async (ctx, input) => {
  const station = await lockStation(ctx, input.code)
  await requireAt(ctx, 'stations.edit', station.organisationId)
  ctx.auditNote.organisationId = station.organisationId
  ctx.auditNote.subjects = [`station:${station.id}`]
  return { id: await putKeeper(ctx, { stationId: station.id, name: input.name, phone: input.phone }) }
}

/** From now on whoever signs in with this phone keeps the station; the keeper before ends. The keeper's id. */
export async function putKeeper(ctx: Context, keeper: NewKeeper): Promise<string> {
  await tables(ctx)
    .updateTable('stations.keeper')
    .set({ until_at: ctx.now })
    .where('station_id', '=', keeper.stationId)
    .where('until_at', 'is', null)
    .execute()
  const row = keeperRow(ctx, keeper)
  await tables(ctx).insertInto('stations.keeper').values(row).execute()
  return row.id
}

export function keeperRow(ctx: Pick<Context, 'config' | 'now'>, { stationId, name, phone }: NewKeeper) {
  const { keys } = ctx.config
  return {
    id: newId(ctx.now.getTime()),
    station_id: stationId,
    name,
    phone_index: keeperPhoneIndex(keys, phone),
    phone_sealed: encrypt(keys, 'phone', phone),
    from_at: ctx.now,
  }
}

/** The same purpose as an account's phone, so that one finds the other. */
export const keeperPhoneIndex = (keys: Keys, phone: string): Buffer => blindIndex(keys, 'phone', phone)

export const openPhone = (keys: Keys, sealed: Buffer): string => decrypt(keys, 'phone', sealed)

/** 13812341234 as 138****1234. */
export const maskedPhone = (phone: string): string => phone.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2')
