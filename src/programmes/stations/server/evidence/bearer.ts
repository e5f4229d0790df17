import { holdsAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { forbidden } from '#platform/failures.ts'
import { findKeeping } from '../keeping/keeping.ts'
import type { StandingStation } from '../keeping/lock-station.ts'

/** Who brings evidence for a station, and as what. */
export type Bearer = {
  readonly kind: 'keeper' | 'officer' | 'inspector'
  readonly name: string
  readonly accountId: string
  readonly bk: number | null
  readonly id: string | null
}

/** The station's keeper, or whoever keeps its register. Throws `forbidden` for everybody else. */
export async function requireBearer(
  ctx: Context,
  station: Pick<StandingStation, 'id' | 'organisationId'>,
): Promise<Bearer> {
  const { actor } = ctx
  if (actor.kind !== 'account') throw forbidden('stations.edit')
  const who = { accountId: actor.accountId, bk: actor.person?.bk ?? null, id: actor.person?.id ?? null }
  const keeping = await findKeeping(ctx, station.id)
  if (keeping !== undefined) return { ...who, kind: 'keeper', name: keeping.name }
  if (await holdsAt(ctx, 'stations.edit', station.organisationId))
    return { ...who, kind: 'officer', name: actor.name }
  throw forbidden('stations.edit')
}
