import { sql } from 'kysely'
import { officerAt, plantTree, type PlantedUnit } from '#kernel/organisations/server/testing/plant-tree.ts'
import { demoNumber, plantPerson, systemContext } from '#kernel/people/server/testing/plant-person.ts'
import { admit } from '#kernel/memberships/index.ts'
import type { Actor, Context, PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { encrypt, blindIndex } from '#platform/keys.ts'
import { makeWorld, type Client } from '#tests/world.ts'
import type { TransferLetter } from '../../shapes-members.ts'
import { membership } from '../../contract.ts'
import { memberPermissions } from '../../contract-members.ts'

export type Account = Extract<Actor, { kind: 'account' }>

/** A Monday, ten in the morning in the city. */
export const MONDAY = new Date('2026-11-23T02:00:00Z')
export const DAY_MS = 86_400_000

const UNION = ['membership.read', 'membership.admit', 'membership.standing', 'membership.join-codes']
const ABOVE = Object.keys(memberPermissions)

/** The city of `plantTree` with an officer at every unit, and whoever a test needs besides. For tests only. */
export async function makeMembersCity() {
  const world = await makeWorld({ now: MONDAY })
  const tree = await plantTree(world.owner.db)
  const ctx: Context = systemContext(world.app)
  let serial = 100

  /** Somebody with a proved phone behind whom nobody is known. */
  const stranger = async (name = '新人'): Promise<Account> => {
    serial += 1
    const phone = `120${String(serial).padStart(8, '0')}`
    const accountId = newId()
    const { keys } = world.app.config
    await sql`insert into access.account (id, phone_sealed, phone_index, created_at)
      values (${accountId}, ${encrypt(keys, 'phone', phone)}, ${blindIndex(keys, 'phone', phone)}, now())`.execute(
      world.owner.db,
    )
    return accountOf(accountId, null, name)
  }

  /** A person of the register, on a union's roll where one is named. */
  const known = async (union?: PlantedUnit, name = '张伟', fromDay = '2026-03-01') => {
    serial += 1
    const person = await plantPerson(world.app, serial, union?.id ?? null, name)
    if (union !== undefined) await admit(ctx, { person, organisationId: union.id, fromDay, newForm: false })
    return { person, number: demoNumber(serial), actor: accountOf(newId(), person, name) }
  }

  const officer = async (unit: PlantedUnit, permissions: readonly string[]) => {
    const { person } = await known(undefined, '王干部')
    return world.as(officerAt(unit, permissions, { person }))
  }

  const officers = {
    xinhua: await officer(tree.xinhua, ABOVE),
    ruzhou: await officer(tree.ruzhou, ABOVE),
    xinhuaUnion: await officer(tree.xinhuaUnion, UNION),
    ruzhouUnion: await officer(tree.ruzhouUnion, UNION),
    city: await officer(tree.city, ABOVE),
    auditor: await officer(tree.city, ['membership.read']),
  }

  /** Applies with a document of the demo's region that nobody else has. */
  const apply = async (
    client: Client,
    organisationId: string,
    over: { name?: string; number?: string; letter?: TransferLetter } = {},
  ) => {
    serial += 1
    return client.call(membership.applyToJoin, {
      organisationId,
      name: over.name ?? '李小哥',
      documentNumber: over.number ?? demoNumber(serial),
      employment: 'delivery-rider',
      ...(over.letter !== undefined && { letter: over.letter }),
      consents: ['sms-notices'],
      confirmed: true,
    })
  }

  /** The memberships that last: one, or none; never two. */
  const lasting = async (person: PersonKey): Promise<string[]> => {
    const { rows } = await sql<{ organisation: string }>`select organisation_id as organisation
      from memberships.membership where person_id = ${person.id} and to_day is null`.execute(world.owner.db)
    return rows.map(({ organisation }) => organisation)
  }

  return { world, tree, ctx, officers, stranger, known, apply, lasting, close: () => world.close() }
}

export type MembersCity = Awaited<ReturnType<typeof makeMembersCity>>

const accountOf = (accountId: string, person: PersonKey | null, name: string): Account => ({
  kind: 'account',
  accountId,
  sessionId: null,
  person,
  name,
  roles: [],
  grants: [],
})
