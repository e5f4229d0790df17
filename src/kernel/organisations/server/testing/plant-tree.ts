import { newId } from '#platform/ids.ts'
import type { Actor, Db, PersonKey } from '#platform/context.ts'
import { childPath, ROOT_PATH } from '../rules/tree.ts'
import type { OrganisationKind } from '../../contract.ts'
import type { OrganisationTables } from '../tables.ts'

export type PlantedUnit = { readonly id: string; readonly path: string; readonly name: string }

/** A small tree for tests: the city, two counties, and a grassroots union in each. */
export type PlantedTree = {
  readonly city: PlantedUnit
  readonly xinhua: PlantedUnit
  readonly ruzhou: PlantedUnit
  readonly xinhuaUnion: PlantedUnit
  readonly ruzhouUnion: PlantedUnit
}

export async function plantTree(db: Db): Promise<PlantedTree> {
  const plant = planter(db)
  const city = await plant(null, 'city-federation', '平顶山市总工会', '410400')
  const xinhua = await plant(city, 'county-federation', '新华区总工会', '410402')
  const ruzhou = await plant(city, 'county-federation', '汝州市总工会', '410482')
  const xinhuaUnion = await plant(xinhua, 'grassroots-union', '晨光家政公司工会', '410402')
  const ruzhouUnion = await plant(ruzhou, 'grassroots-union', '汝河商贸公司工会', '410482')
  return { city, xinhua, ruzhou, xinhuaUnion, ruzhouUnion }
}

const planter =
  (db: Db) =>
  async (
    parent: PlantedUnit | null,
    kind: OrganisationKind,
    name: string,
    adcode: string,
  ): Promise<PlantedUnit> => {
    const id = newId()
    const path = parent === null ? ROOT_PATH : childPath(parent.path, id)
    const tables = db.withTables<OrganisationTables>()
    const row = {
      parent_id: parent?.id ?? null,
      kind,
      name,
      adcode,
      credit_code: null,
      state: 'active' as const,
    }
    await tables
      .insertInto('organisations.organisation')
      .values({ id, path, ...row })
      .execute()
    await tables
      .insertInto('organisations.organisation_history')
      .values({ ...row, organisation_id: id, version: 1, valid_from: '2020-01-01', made_by: '测试' })
      .execute()
    return { id, path, name }
  }

/** An account that holds permissions at one unit, there and below. */
export const officerAt = (
  unit: PlantedUnit,
  permissions: readonly string[],
  who: { readonly person?: PersonKey; readonly name?: string } = {},
): Actor => ({
  kind: 'account',
  accountId: newId(),
  sessionId: null,
  person: who.person ?? null,
  name: who.name ?? `${unit.name}干部`,
  roles: [],
  grants: permissions.map((permission) => ({ permission, unit: unit.path })),
})

/** Somebody whose document is known and who holds no permission. */
export const member = (person: PersonKey, name = '会员'): Actor => ({
  kind: 'account',
  accountId: newId(),
  sessionId: null,
  person,
  name,
  roles: [],
  grants: [],
})
