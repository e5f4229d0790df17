import { sql } from 'kysely'
import { DEMO_REGION, residentIdCheck } from '#kernel/people/index.ts'
import type { PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#tests/world.ts'
import { access } from '../../contract.ts'
import type { RoleId } from '../../permissions.ts'

export type TestCity = {
  readonly root: string
  readonly county: string
  readonly otherCounty: string
  /** A union in the first county that takes members. */
  readonly union: string
  /** Registers somebody with a phone of the demo range, and gives them roles; answers their key. */
  officer(name: string, phone: string, roles?: readonly (readonly [RoleId, string])[]): Promise<PersonKey>
}

/** A city federation with two counties below it, and nobody in office. */
export async function plantCity(world: World): Promise<TestCity> {
  const [root, county, otherCounty, union] = [newId(), newId(), newId(), newId()]
  await plantUnit(world, root, null, 'root', 'city-federation', '测试市总工会')
  for (const [id, name] of [
    [county, '东县总工会'],
    [otherCounty, '西县总工会'],
  ] as const) {
    await plantUnit(world, id, root, `root.${label(id)}`, 'county-federation', name)
  }
  await plantUnit(
    world,
    union,
    county,
    `root.${label(county)}.${label(union)}`,
    'joint-union',
    '东县骑手联合工会',
  )
  let registered = 0
  return {
    root,
    county,
    otherCounty,
    union,
    officer: async (name, phone, roles = []) => {
      registered += 1
      const { person } = await world.system.call(access.registerOfficer, {
        organisationId: root,
        name,
        documentNumber: testNumber(registered),
        phone,
      })
      for (const [role, organisationId] of roles) {
        await world.system.call(access.grantRole, { person, role, organisationId, reason: '测试需要' })
      }
      return person
    },
  }
}

const label = (id: string) => id.replaceAll('-', '')

async function plantUnit(
  world: World,
  id: string,
  parent: string | null,
  path: string,
  kind: string,
  name: string,
): Promise<void> {
  await sql`insert into organisations.organisation (id, parent_id, path, kind, name, adcode)
    values (${id}, ${parent}, ${path}, ${kind}, ${name}, '410400')`.execute(world.owner.db)
}

/** The number of an invented person, by count; its last six characters are the second proof. */
export function testNumber(count: number): string {
  const first17 = `${DEMO_REGION}19900101${String(count).padStart(3, '0')}`
  return first17 + residentIdCheck(first17)
}
