import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { notifications } from '#kernel/notifications/contract.ts'
import { officerAt, type PlantedUnit } from '#kernel/organisations/server/testing/plant-tree.ts'
import { watchDeadlines } from '#kernel/review/server/watch-deadlines.ts'
import { work } from '#kernel/work/contract.ts'
import type { Client } from '#tests/world.ts'
import { membership } from '../../contract.ts'
import { DAY_MS, makeMembersCity, MONDAY, type MembersCity } from '../testing/members-city.ts'

let city: MembersCity
beforeAll(async () => void (city = await makeMembersCity()))
afterAll(() => city.close())

/** An officer whose role stands on record, since reminders ask who holds what. */
async function appoint(role: string, unit: PlantedUnit): Promise<Client> {
  const { person } = await city.known(undefined, '郑干部')
  await sql`insert into access.role_grant (id, person_bk, person_id, role, organisation_id, valid_from, reason)
    values (gen_random_uuid(), ${person.bk}, ${person.id}, ${role}, ${unit.id}, '2020-01-01', '测试')`.execute(
    city.world.owner.db,
  )
  return city.world.as(officerAt(unit, ['membership.read', 'membership.admit'], { person }))
}

test('what lies too long rises to the level above, is told them and lies on their desk', async () => {
  const { world, tree, officers } = city
  const client = world.as(await city.stranger())
  const { id } = await city.apply(client, tree.ruzhouUnion.id)
  await appoint('grassroots-officer', tree.ruzhouUnion)
  const county = await appoint('county-officer', tree.ruzhou)
  const { caseId } = await officers.ruzhou.call(membership.getApplication, { id })
  const onDesk = async () =>
    (await county.call(work.listWork, {})).rows.find(({ href }) => href.endsWith(caseId))
  expect(await onDesk()).toBeUndefined()
  world.setNow(new Date(MONDAY.getTime() + 9 * DAY_MS))
  await watchDeadlines({ ...city.ctx, now: new Date(MONDAY.getTime() + 9 * DAY_MS) })
  const { rows } = await officers.ruzhou.call(membership.listApplications, { waitingOnly: true })
  expect(rows.find((row) => row.id === id)).toMatchObject({ isLate: true, risen: true })
  expect((await client.call(membership.myJoining, {})).application?.waiting.risen).toBe(true)
  expect(await onDesk()).toMatchObject({ late: true })
  const told = (await county.call(notifications.listMine, {})).rows
  expect(told.find(({ href }) => href === `/staff/cases/${caseId}`)?.title.zh).toContain('请督办')
})
