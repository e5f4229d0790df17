import { sql } from 'kysely'
import { surroundings } from '#kernel/people/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { StandingImport } from './import-rows.ts'
import { unionName } from './judge-row.ts'
import { tables } from './tables.ts'
import type { RosterGround } from './verdict.ts'

const UNIONS_MAX = 50_000

/** What a roster of this unit is judged against: the day, and the unions at the unit and below it that take members. */
export async function rosterGround(ctx: Context, standing: StandingImport): Promise<RosterGround> {
  const found = await tables(ctx)
    .selectFrom('organisations.organisation')
    .select(['id', 'name'])
    .where('state', '=', 'active')
    .where('kind', 'in', ['grassroots-union', 'joint-union', 'union-association'])
    .where(
      sql<boolean>`path <@ (select path from organisations.organisation where id = ${standing.organisation_id})`,
    )
    .limit(UNIONS_MAX)
    .execute()
  const unions = new Map<string, string | null>()
  for (const { id, name } of found) {
    const key = unionName(name)
    unions.set(key, unions.has(key) ? null : id)
  }
  const itself = found.find(({ id }) => id === standing.organisation_id)
  return {
    ...(await surroundings(ctx)),
    today: cityDay(ctx.now),
    organisationId: itself?.id ?? null,
    unions,
    defaultDay: standing.default_day,
    defaultEmployment: standing.default_employment,
  }
}
