import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Standard } from '../../rules/standard/standard-schema.ts'

export type StandardVersion = {
  readonly id: string
  /** The family, such as `six-haves`. */
  readonly standard: string
  readonly no: number
  readonly content: Standard
}

export type InForce = StandardVersion & { readonly fromDay: string }

const columns = sql`v.id, v.standard, v.no, v.content`

/** The version that holds on a day of the city: the last put in force by then. There is always one. */
export async function standardOn(ctx: Pick<Context, 'db'>, day: string): Promise<InForce> {
  const { rows } = await sql<InForce>`
    select ${columns}, f.from_day as "fromDay"
    from stations.standard_force f join stations.standard_version v on v.id = f.version_id
    where f.from_day <= ${day} order by f.from_day desc, f.recorded_at desc limit 1`.execute(ctx.db)
  if (rows[0] === undefined) throw new Error(`no standard holds on ${day}`)
  return rows[0]
}

const COURSE_MAX = 200

/** Every version with the day from which it held, oldest first; a day decided twice stands once. */
export async function standardsByDay(ctx: Pick<Context, 'db'>): Promise<InForce[]> {
  const { rows } = await sql<InForce>`
    select * from (
      select distinct on (f.from_day) ${columns}, f.from_day as "fromDay"
      from stations.standard_force f join stations.standard_version v on v.id = f.version_id
      order by f.from_day, f.recorded_at desc) held
    order by "fromDay" limit ${sql.lit(COURSE_MAX)}`.execute(ctx.db)
  return rows
}

export async function findVersion(
  ctx: Pick<Context, 'db'>,
  id: string,
): Promise<StandardVersion | undefined> {
  const { rows } = await sql<StandardVersion>`
    select ${columns} from stations.standard_version v where v.id = ${id}`.execute(ctx.db)
  return rows[0]
}

/** The next version that is decided and does not hold yet. */
export async function comingStandard(ctx: Pick<Context, 'db'>, day: string): Promise<InForce | undefined> {
  return (await standardsByDay(ctx)).find(({ fromDay }) => fromDay > day)
}
