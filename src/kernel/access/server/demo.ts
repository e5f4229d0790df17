import { admit } from '#kernel/memberships/index.ts'
import type { DemoUnion } from '#kernel/organisations/index.ts'
import { DEMO_REGION, registerPerson, residentIdCheck } from '#kernel/people/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { PersonKey } from '#platform/context.ts'
import { contextOfDemo } from '#platform/demo.ts'
import { newId } from '#platform/ids.ts'
import type { DemoContext } from '#platform/module.ts'
import type { RoleId } from '../permissions.ts'
import { demoPeople, type DemoOfficer } from './demo-people.ts'
import { registerPersona } from './personas.ts'
import { tables } from './tables.ts'

const YEAR_MS = 365 * 86_400_000

/**
 * Invented people whom a visitor may become. Leaves in `shared`: `personas` (id → person and account), so
 * that later demos can make the keeper keep a station and the inspector inspect it.
 */
export async function demo(context: DemoContext): Promise<void> {
  const organisations = context.shared.get('organisations') as ReadonlyMap<string, string>
  const city = (context.shared.get('city') as { adcode: string }).adcode
  for (const [index, somebody] of demoPeople.entries()) {
    const organisationId = somebody.atRidersUnion
      ? ridersUnion(context, somebody.adcode!).id
      : organisations.get(somebody.adcode ?? city)!
    const phone = `1200000${String(index + 1).padStart(4, '0')}`
    const { key: person } = await registerPerson(contextOfDemo(context, 'access'), {
      name: somebody.name,
      documentKind: 'resident-id',
      documentNumber: demoNumber(somebody, index),
      phone,
      homeOrganisationId: organisationId,
    })
    const { id, title, what } = somebody
    await registerPersona(context, { id, person, phone, title, what })
    if (somebody.role !== undefined) await grant(context, person, somebody.role, organisationId)
    if (id === 'member') await admitToUnion(context, person, somebody.adcode!)
  }
  context.progress({ zh: `演示身份：${demoPeople.length}个`, en: `${demoPeople.length} people to become` })
}

function demoNumber({ bornOn }: DemoOfficer, index: number): string {
  const first17 = `${DEMO_REGION}${bornOn.replaceAll('-', '')}9${String(index).padStart(2, '0')}`
  return first17 + residentIdCheck(first17)
}

/** The member rides for a living and has belonged to the district's union of riders for a year. */
async function admitToUnion(context: DemoContext, person: PersonKey, adcode: string): Promise<void> {
  const { id: organisationId } = ridersUnion(context, adcode)
  const fromDay = cityDay(new Date(context.today.getTime() - YEAR_MS))
  await admit(contextOfDemo(context, 'access'), { person, organisationId, fromDay, newForm: true })
}

function ridersUnion(context: DemoContext, adcode: string): DemoUnion {
  const unions = context.shared.get('unions') as readonly DemoUnion[]
  return unions.find((one) => one.newForm && one.adcode === adcode)!
}

/** Given a year ago, so that the story's earlier steps have somebody who took them. */
async function grant(context: DemoContext, person: PersonKey, role: RoleId, organisationId: string) {
  const since = new Date(context.today.getTime() - YEAR_MS)
  await tables(context)
    .insertInto('access.role_grant')
    .values({
      id: newId(since.getTime()),
      person_bk: person.bk,
      person_id: person.id,
      role,
      organisation_id: organisationId,
      valid_from: cityDay(since),
      valid_to: null,
      granted_by_bk: null,
      granted_by_id: null,
      reason: '演示数据',
      recorded_at: since,
    })
    .execute()
}
