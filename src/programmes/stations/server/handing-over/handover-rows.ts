import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import { callersPhoneIndex } from '#kernel/access/index.ts'
import { tables } from '../tables.ts'

/** Hand-overs with their station and the keeper who gives, to be narrowed, ordered and limited. */
export const handoversOf = (ctx: Context) =>
  tables(ctx)
    .selectFrom('stations.handover as handover')
    .innerJoin('stations.station as station', 'station.id', 'handover.station_id')
    .innerJoin('stations.keeper as keeper', 'keeper.id', 'handover.keeper_id')
    .select([
      'handover.id',
      'handover.station_id as stationId',
      'handover.successor_name as successorName',
      'handover.successor_phone_index as successorPhoneIndex',
      'handover.successor_phone_sealed as successorPhoneSealed',
      'handover.expires_at as expiresAt',
      'handover.keeper_agreed_at as keeperAgreedAt',
      'handover.successor_agreed_at as successorAgreedAt',
      'handover.ended_at as endedAt',
      'handover.outcome',
      'keeper.phone_index as keeperPhoneIndex',
    ])

export type Handover = NonNullable<Awaited<ReturnType<ReturnType<typeof handoversOf>['executeTakeFirst']>>>
export type Side = 'keeper' | 'successor'

/** Holds the hand-over and its station: of two who answer at once, the second sees what the first said. */
export async function lockHandover(ctx: Context, id: string): Promise<Handover> {
  const found = await handoversOf(ctx)
    .where('handover.id', '=', id)
    .forUpdate(['handover', 'station'])
    .executeTakeFirst()
  if (found === undefined) throw noSuchHandover()
  return found
}

/** On which side the caller stands, by the phone that they signed in with; undefined for everybody else. */
export function sideOf(
  phoneIndex: Buffer | undefined,
  { keeperPhoneIndex, successorPhoneIndex }: Pick<Handover, 'keeperPhoneIndex' | 'successorPhoneIndex'>,
): Side | undefined {
  if (phoneIndex === undefined) return undefined
  if (phoneIndex.equals(successorPhoneIndex)) return 'successor'
  return phoneIndex.equals(keeperPhoneIndex) ? 'keeper' : undefined
}

/** The side of whoever may answer; for others there is no such hand-over. */
export async function requireSide(ctx: Context, handover: Handover): Promise<Side> {
  const side = sideOf(await callersPhoneIndex(ctx), handover)
  if (side === undefined) throw noSuchHandover()
  return side
}

const noSuchHandover = () => notFound({ zh: '移交', en: 'hand-over' })
