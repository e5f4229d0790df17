import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'

/** The blind index of the phone that the caller signed in with; undefined where there is none. */
export async function callersPhoneIndex(ctx: Context): Promise<Buffer | undefined> {
  if (ctx.actor.kind !== 'account') return undefined
  const { rows } = await sql<{ phoneIndex: Buffer | null }>`
    select phone_index as "phoneIndex" from access.account where id = ${ctx.actor.accountId}`.execute(ctx.db)
  return rows[0]?.phoneIndex ?? undefined
}

/** The accounts that lead or led to a person; at most 50. */
export async function accountsOf(ctx: Context, person: PersonKey): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct account_id as id from access.account_person
    where person_bk = ${person.bk} and person_id = ${person.id} limit 50`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
