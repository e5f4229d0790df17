import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import { accountsOf } from './accounts.ts'
import { rowsOf } from './one-person.ts'
import { endSessions } from './sessions.ts'
import { tables } from './tables.ts'

/**
 * After an erasure nobody signs in as the person, and a phone that led to nobody else is deleted (Personal Information
 * Protection Law, article 47). Roles given and what was done with them stay: they tell of the office.
 */
export async function forgetPerson(ctx: Context, person: PersonKey): Promise<void> {
  for (const row of await rowsOf(ctx, person)) await forgetRow(ctx, row)
}

async function forgetRow(ctx: Context, person: PersonKey): Promise<void> {
  const accounts = await accountsOf(ctx, person)
  if (accounts.length === 0) return
  await endSessions(ctx, { person }, 'erased')
  await tables(ctx)
    .updateTable('access.account_person')
    .set({ until: ctx.now })
    .where('person_bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .where('until', 'is', null)
    .execute()
  await sql`
    update access.account account set phone_sealed = null, phone_index = null
    where id = any(${accounts}::uuid[]) and not exists (
      select from access.account_person link where link.account_id = account.id and link.until is null)`.execute(
    ctx.db,
  )
}
