import { sql } from 'kysely'
import type { Actor } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Module } from '#platform/module.ts'
import { phone } from '../shapes.ts'
import { phoneIndex } from './accounts.ts'
import { accountActor, rolesHeld, type At } from './known-account.ts'
import { asOnePerson, isLinked } from './one-person.ts'
import type { HeldRole } from './rules/permissions-of-roles.ts'

type NamedRow = {
  accountId: string
  bk: number
  personId: string
  name: string
  roles: HeldRole[]
  isLinked: boolean
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * At the command line: `system`, a phone, or a person's id. Whoever runs it owns the machine already; the name
 * decides whose permissions apply and who stands in the audit line.
 */
export async function identifyNamed(modules: readonly Module[], at: At, named: string): Promise<Actor> {
  if (named === 'system') return { kind: 'system', name: 'operator' }
  const found = await Promise.all((await findNamed(at, named)).map((row) => asOnePerson(at, row)))
  const rows = [...new Map(found.map((row) => [row.personId, row])).values()]
  if (rows.length > 1) throw severalPersons(rows)
  if (rows[0] === undefined) throw notFound({ zh: `身份（${named}）`, en: `person (${named})` })
  return accountActor(modules, { ...rows[0], sessionId: null })
}

async function findNamed(at: At, named: string): Promise<NamedRow[]> {
  const number = phone.safeParse(named).data
  if (number === undefined && !UUID.test(named)) return []
  const match =
    number === undefined
      ? sql`l.person_id = ${named}`
      : sql`a.phone_index = ${phoneIndex(at.config.keys, number)}`
  const { rows } = await sql<NamedRow>`
    select distinct on (l.person_id) a.id as "accountId", l.person_bk as bk, l.person_id as "personId", p.name,
      ${isLinked(sql`l.person_bk`, sql`l.person_id`)} as "isLinked",
      ${rolesHeld(at.now, sql`g.person_bk = l.person_bk and g.person_id = l.person_id`)} as roles
    from access.account_person l
    join access.account a on a.id = l.account_id
    join people.person p on p.bk = l.person_bk and p.id = l.person_id
    where ${match} and l.until is null
    order by l.person_id, l.since limit 20`.execute(at.db)
  return rows
}

const severalPersons = (rows: readonly NamedRow[]) =>
  conflict('several-persons', {
    zh: `这个手机号对应多人，请改用其中一个编号：${rows.map((row) => row.personId).join('、')}`,
    en: `Several persons share this phone; name one by id: ${rows.map((row) => row.personId).join(', ')}`,
  })
