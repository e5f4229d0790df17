import type { Context } from '#platform/context.ts'
import { tables } from '../tables.ts'
import { callersPhoneIndex } from '#kernel/access/index.ts'

/** That the caller keeps a station, and the name by which its register knows them. */
export type Keeping = { readonly stationId: string; readonly name: string }

const KEPT_MAX = 50

/** The stations that the caller keeps: whoever signs in with a keeper's phone is that keeper. At most 50. */
export async function listKeepings(ctx: Context): Promise<Keeping[]> {
  const phoneIndex = await callersPhoneIndex(ctx)
  if (phoneIndex === undefined) return []
  return keepersByPhone(ctx, phoneIndex).orderBy('from_at').limit(KEPT_MAX).execute()
}

export async function findKeeping(ctx: Context, stationId: string): Promise<Keeping | undefined> {
  const phoneIndex = await callersPhoneIndex(ctx)
  if (phoneIndex === undefined) return undefined
  return keepersByPhone(ctx, phoneIndex).where('station_id', '=', stationId).executeTakeFirst()
}

const keepersByPhone = (ctx: Context, phoneIndex: Buffer) =>
  tables(ctx)
    .selectFrom('stations.keeper')
    .select(['station_id as stationId', 'name'])
    .where('phone_index', '=', phoneIndex)
    .where('until_at', 'is', null)
