import { getOrganisation, listDistricts, unitPath } from '#kernel/organisations/index.ts'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { keeperPhoneIndex } from '../keeping/appoint-keeper.ts'
import type { ImportSurroundings } from './judge-import.ts'
import { listKnownStations } from './known-stations.ts'

export type Around = ImportSurroundings & {
  /** The organisation that a new station of this district counts to. */
  readonly ownerOf: (adcode: string) => string
}

const isBelow = (path: string, above: string) => path === above || path.startsWith(`${above}.`)

/** The stations that are there, the caller's reach, and whose a new station would be. */
export async function surroundingsOf(ctx: Context, organisationId: string): Promise<Around> {
  const organisation = await getOrganisation(ctx, organisationId)
  const owners = await districtsBelow(ctx, organisation.path)
  const reach = reachOf(ctx, 'stations.import')
  return {
    known: await listKnownStations(ctx),
    mayChange: (path) => reach.some((unit) => isBelow(path, unit)),
    phoneIndex: (phone) => keeperPhoneIndex(ctx.config.keys, phone).toString('hex'),
    strangerTo: (adcode) =>
      owners.has(adcode) || organisation.adcode === adcode ? undefined : organisation.name,
    ownerOf: (adcode) => owners.get(adcode) ?? organisation.id,
  }
}

/** A city's roster gives each county's federation its own stations; a county's roster stays with the county. */
async function districtsBelow(ctx: Context, path: string): Promise<Map<string, string>> {
  const owners = new Map<string, string>()
  for (const { id, adcode } of await listDistricts(ctx)) {
    const district = await unitPath(ctx, id)
    if (district !== undefined && isBelow(district, path)) owners.set(adcode, id)
  }
  return owners
}
