import { sql, type RawBuilder } from 'kysely'
import type { AsOf } from '#kernel/figures/index.ts'

type Sql = RawBuilder<unknown>

/** The last of the lines that `those` allows, by the order of their recording: what holds of each membership. */
export const lastOf = (those: Sql): Sql => sql`(
  select distinct on (bk, person_id, membership_id) bk, person_id, membership_id, organisation_id, status, new_form
  from memberships.membership_history
  where ${those}
  order by bk, person_id, membership_id, version desc)`

export const heldBy = ({ asOf, recordedUpTo }: AsOf): Sql =>
  sql`valid_from <= ${asOf}::date and recorded_at <= ${recordedUpTo}`

/** Memberships as their latest dated row has them, by what was recorded then and holds on that day. */
export const rollAsOf = (at: AsOf): Sql => lastOf(heldBy(at))
