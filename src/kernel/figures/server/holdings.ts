import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import type { Holding } from '#platform/module.ts'

/** What is kept of an officer here: that they proposed or decided a publication. */
export async function holdings(ctx: Context, person: PersonKey): Promise<readonly Holding[]> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from figures.proposal where proposed_by_bk = ${person.bk} and proposed_by_id = ${person.id})
      + (select count(*) from figures.decision where decided_by_bk = ${person.bk} and decided_by_id = ${person.id})
      as count`.execute(ctx.db)
  const { count } = rows[0]!
  if (count === 0) return []
  return [
    {
      what: { zh: '数字公布的提请与决定', en: 'Publications proposed or decided' },
      why: {
        zh: '公布的数字须写明由谁提请、由谁批准',
        en: 'A published number says who proposed and who approved it',
      },
      count,
    },
  ]
}
