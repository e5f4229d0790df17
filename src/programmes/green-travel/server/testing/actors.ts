import type { RoleId } from '#kernel/access/index.ts'
import type { Actor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { modules } from '#app/modules.ts'
import type { World } from '#tests/world.ts'
import type { TestProgramme } from './plant-programme.ts'

let planted = 0

/** Somebody of the federation who holds a role at the whole city, as a person: cases know who acted. */
export async function grantedActor(
  { programme }: { world: World; programme: TestProgramme },
  name: string,
  role: RoleId,
): Promise<Actor> {
  planted += 1
  const person = await programme.city.officer(name, `1209000${String(planted).padStart(4, '0')}`)
  const permissions = modules.flatMap((module) =>
    Object.entries(module.permissions)
      .filter(([, held]) => held.roles.includes(role))
      .map(([permission]) => permission),
  )
  return {
    kind: 'account',
    accountId: newId(),
    sessionId: null,
    person,
    name,
    roles: [role],
    grants: permissions.map((permission) => ({ permission, unit: 'root' })),
  }
}
