import { findPhone } from '#kernel/access/index.ts'
import { activeMembership } from '#kernel/memberships/index.ts'
import { findOrganisation } from '#kernel/organisations/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { forbidden, invalid } from '#platform/failures.ts'
import { isSameHost } from '../../rules/inspection/same-host.ts'
import { findKeeping } from '../keeping/keeping.ts'
import { keeperPhoneIndex } from '../keeping/appoint-keeper.ts'
import { tables } from '../tables.ts'

type Inspected = { readonly id: string; readonly name: string; readonly hostUnit: string }

/** The person who calls: an inspector signs what they found. */
export function requireInspector(
  ctx: Context,
): PersonKey & { readonly name: string; readonly accountId: string } {
  const { actor } = ctx
  if (actor.kind !== 'account' || actor.person === null) throw forbidden('person')
  return { ...actor.person, name: actor.name, accountId: actor.accountId }
}

/** Nobody inspects the station that they keep, or whose host unit's union they belong to. */
export async function requireIndependent(
  ctx: Context,
  stations: readonly Inspected[],
  inspector: PersonKey,
): Promise<void> {
  const union = await unionOf(ctx, inspector)
  const isCaller = ctx.actor.kind === 'account' && ctx.actor.person?.id === inspector.id
  for (const station of stations) {
    const isKeeper =
      (await keepsByPhone(ctx, station.id, inspector)) ||
      (isCaller && (await findKeeping(ctx, station.id)) !== undefined)
    if (isKeeper) throw ownStation(station, { zh: '管理员', en: 'its keeper' })
    if (union !== undefined && isSameHost(station.hostUnit, union))
      throw ownStation(station, { zh: '承办单位的人', en: 'of its host unit' })
  }
}

async function unionOf(ctx: Context, person: PersonKey): Promise<string | undefined> {
  const membership = await activeMembership(ctx, person)
  if (membership === undefined) return undefined
  return (await findOrganisation(ctx, membership.organisationId))?.name
}

async function keepsByPhone(ctx: Context, stationId: string, person: PersonKey): Promise<boolean> {
  const phone = await findPhone(ctx, person)
  if (phone === undefined) return false
  const row = await tables(ctx)
    .selectFrom('stations.keeper')
    .select('id')
    .where('station_id', '=', stationId)
    .where('phone_index', '=', keeperPhoneIndex(ctx.config.keys, phone))
    .where('until_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

const ownStation = ({ name }: Inspected, who: { zh: string; en: string }) =>
  invalid('own-station', {
    field: 'inspector',
    reason: {
      zh: `检查人是“${name}”${who.zh}，不能检查自己的驿站。`,
      en: `The inspector is ${who.en} and cannot inspect “${name}”.`,
    },
    accepted: {
      zh: '与驿站和承办单位无关的督查员',
      en: 'an inspector who is neither keeper nor of the host unit',
    },
  })
