import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import { Failure } from '#platform/failures.ts'
import { callingPerson } from './calling-person.ts'
import { grantIsActive } from './known-account.ts'
import { requireMayGive } from './grant-role.ts'
import { findGrants } from './list-grants.ts'
import { belongsTo, rowsOf } from './one-person.ts'

/**
 * A merge gives each of two rows the roles of the other, so that it is for those who could give these roles, and
 * nobody's own rows are merged by themselves.
 */
export async function beforeMerge(ctx: Context, from: PersonKey, into: PersonKey): Promise<void> {
  const rows = [...(await rowsOf(ctx, from)), ...(await rowsOf(ctx, into))]
  const caller = callingPerson(ctx)?.id
  if (rows.some(({ id }) => id === caller)) throw ownRows()
  const grants = await findGrants(
    ctx,
    sql`${belongsTo(rows, 'g')} and ${grantIsActive(ctx.now)}`,
    sql`limit 200`,
  )
  for (const { role, path } of grants) requireMayGive(ctx, role, path)
}

const ownRows = () =>
  new Failure(403, 'own-rows', {
    zh: '不能合并自己的人员记录，请由别人办理。',
    en: 'Nobody merges rows of their own; somebody else does it.',
  })
