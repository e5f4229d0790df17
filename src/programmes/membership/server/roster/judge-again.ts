import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/context.ts'
import { saidInSql, words } from './said-in-sql.ts'

/** Rows that were good at the preview and became nobody's membership, because somebody was faster: they say so. */
export async function judgeAgain(ctx: Context, chunk: RawBuilder<boolean>): Promise<void> {
  await sql`
    with left_out as (
      select r.row, m.organisation_id from membership.roster_row r
      left join people.person p on p.bk = r.bk and p.blind_index = r.blind_index
      left join memberships.membership m on m.bk = p.bk and m.person_id = p.id and m.to_day is null
      where ${chunk} and r.verdict = 'new' and m.id is distinct from r.membership_id
    )
    update membership.roster_row r set
      verdict = case
        when left_out.organisation_id = r.organisation_id then 'present'
        when left_out.organisation_id is not null then 'elsewhere'
        else 'refused' end,
      shown_name = left(r.name, 1) || '**',
      problems = coalesce(r.problems, '[]'::jsonb) || ${meanwhile}
    from left_out where ${chunk} and r.row = left_out.row`.execute(ctx.db)
}

const meanwhile = saidInSql(
  'documentNumber',
  'known-meanwhile',
  'error',
  words('预览之后，此人已由别人登记（或所属工会已撤销），没有重复登记。'),
  words(
    'Somebody else registered this person after the preview, or the union was dissolved; nothing was doubled.',
  ),
)
