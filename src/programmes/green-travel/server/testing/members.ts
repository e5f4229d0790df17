import { admit } from '#kernel/memberships/index.ts'
import { purposes } from '#kernel/people/purposes.ts'
import { people } from '#kernel/people/contract.ts'
import { plantPerson, systemContext } from '#kernel/people/server/testing/plant-person.ts'
import type { Actor, PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Client, World } from '#tests/world.ts'
import type { TestProgramme } from './plant-programme.ts'

export type TestMember = { readonly person: PersonKey; readonly client: Client }

export const accountOf = (person: PersonKey, grants: { permission: string; unit: string }[] = []): Actor => ({
  kind: 'account',
  accountId: newId(),
  sessionId: null,
  person,
  name: '张伟',
  roles: [],
  grants,
})

/** A member of the programme's union since January 2026, who agreed to both purposes unless told otherwise. */
export async function plantMember(
  world: World,
  programme: TestProgramme,
  serial: number,
  agrees = true,
): Promise<TestMember> {
  const person = await plantPerson(world.app, serial, programme.city.union)
  await admit(systemContext(world.app), {
    person,
    organisationId: programme.city.union,
    fromDay: '2026-01-01',
    newForm: true,
  })
  const client = world.as(accountOf(person))
  for (const { id, version } of purposes.filter(
    ({ id }) => agrees && /^(ride-traces|bus-operator)$/.test(id),
  ))
    await client.call(people.giveConsent, { purpose: id, version })
  return { person, client }
}

export const companyMachine = (world: World, organisationId: string, operations: readonly string[]): Client =>
  world.as({
    kind: 'partner',
    keyId: newId(),
    name: '东城公交',
    organisationId,
    unit: `root.${organisationId.replaceAll('-', '')}`,
    operations,
  })
