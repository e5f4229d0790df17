import { sql } from 'kysely'
import { admitFrom } from '#kernel/memberships/index.ts'
import { registerFrom } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import type { StandingImport } from './import-rows.ts'
import { judgeAgain } from './judge-again.ts'

/** A condition on `r`, a row of an import. */
export type Chunk = ReturnType<typeof sql<boolean>>

/**
 * Writes whoever nobody knew, and answers how many of them are members by it. Where somebody else's import came first,
 * the row is judged again and stays out. Done a second time it changes nothing and answers the same.
 */
export async function writeNewRows(ctx: Context, standing: StandingImport, chunk: Chunk): Promise<number> {
  const fresh = sql<boolean>`${chunk} and r.verdict = 'new'`
  const wanted = await countRows(ctx, sql`membership.roster_row r where ${fresh}`)
  if (wanted === 0) return 0
  const registered = await registerFrom(
    ctx,
    sql`select r.bk, r.person_id as id, r.document_kind, r.blind_index, r.document_sealed, r.name, r.phone_sealed,
      r.phone_index, r.organisation_id as home_organisation_id from membership.roster_row r where ${fresh}
      order by r.bk, r.blind_index`,
  )
  // Everybody was made a moment ago, under the key that the row brought: nothing of theirs need be looked up.
  const areAllNew = registered === wanted
  const admitted = await admitFrom(ctx, areAllNew ? asBrought(fresh) : asKnown(fresh))
  await keepParticulars(ctx, standing, fresh, areAllNew)
  if (admitted === wanted) return admitted
  await judgeAgain(ctx, chunk)
  return countRows(
    ctx,
    sql`membership.roster_row r join people.person p on p.bk = r.bk and p.blind_index = r.blind_index
      join memberships.membership m on m.bk = p.bk and m.person_id = p.id and m.id = r.membership_id where ${fresh}`,
  )
}

async function countRows(ctx: Context, rows: ReturnType<typeof sql>): Promise<number> {
  const { rows: counted } = await sql<{ count: number }>`select count(*) as count from ${rows}`.execute(
    ctx.db,
  )
  return counted[0]!.count
}

const asBrought = (fresh: Chunk) => sql`
  select r.bk, r.person_id, r.membership_id as id, r.organisation_id, r.from_day, r.new_form
  from membership.roster_row r
  join organisations.organisation o on o.id = r.organisation_id and o.state = 'active'
  where ${fresh}`

const asKnown = (fresh: Chunk) => sql`
  select p.bk, p.id as person_id, r.membership_id as id, r.organisation_id, r.from_day, r.new_form
  from membership.roster_row r
  join people.person p on p.bk = r.bk and p.blind_index = r.blind_index
  join organisations.organisation o on o.id = r.organisation_id and o.state = 'active'
  left join people.person_link l on l.bk = p.bk and l.person_id = p.id
  where ${fresh} and p.name = r.name and l.bk is null`

async function keepParticulars(
  ctx: Context,
  { default_employment: employment }: StandingImport,
  fresh: Chunk,
  areAllNew: boolean,
): Promise<void> {
  await sql`
    insert into membership.particulars (bk, person_id, employment, ethnicity, education, skill, household)
    select r.bk, r.person_id, coalesce(r.employment, ${employment}), r.ethnicity, r.education, r.skill, r.household
    from membership.roster_row r
    ${areAllNew ? sql`` : sql`join people.person p on p.bk = r.bk and p.id = r.person_id`}
    where ${fresh}
    on conflict (bk, person_id) do nothing`.execute(ctx.db)
}
