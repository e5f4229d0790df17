import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/context.ts'
import { saidInSql } from './said-in-sql.ts'

/**
 * The same document in several rows: alike, the first counts and the others say nothing new; unlike, nobody can tell
 * which is right, and all of them stay out.
 */
export async function markTwice(ctx: Context, rows: RawBuilder<boolean>): Promise<void> {
  await sql`
    with doubled as (
      select r.bk, r.blind_index from membership.roster_row r
      where ${rows} and r.verdict = 'new'
      group by r.bk, r.blind_index having count(*) > 1
    ), signed as (
      select r.row, r.bk, r.blind_index, r.organisation_id::text as union_id,
        concat_ws('|', r.name, encode(r.phone_index, 'hex'), r.organisation_id, r.from_day, r.employment,
          r.ethnicity, r.education, r.skill, r.household) as says
      from membership.roster_row r join doubled d on d.bk = r.bk and d.blind_index = r.blind_index
      where ${rows} and r.verdict = 'new'
    ), judged as (
      select row, min(row) over same as first_row, max(row) over same as last_row,
        min(says) over same = max(says) over same as is_alike,
        min(union_id) over same = max(union_id) over same as is_one_union
      from signed window same as (partition by bk, blind_index)
    )
    update membership.roster_row r set
      verdict = case when is_alike then 'twice' else 'refused' end,
      problems = coalesce(r.problems, '[]'::jsonb) || case
        when is_alike then ${alike}
        when is_one_union then ${unlike}
        else ${twoUnions} end,
      shown_name = left(r.name, 1) || '**'
    from judged
    where ${rows} and r.row = judged.row and not (is_alike and judged.row = first_row)`.execute(ctx.db)
}

/** The first row names the last one, every other names the first. */
const other = sql<string>`(case when r.row = first_row then last_row else first_row end)::text`

const alike = saidInSql(
  'documentNumber',
  'twice',
  'note',
  sql<string>`'与第 ' || first_row || ' 行是同一人，内容相同，只登记一次。'`,
  sql<string>`'The same person as in row ' || first_row || ', with the same particulars; counted once.'`,
)

const unlike = saidInSql(
  'documentNumber',
  'twice-unlike',
  'error',
  sql<string>`'与第 ' || ${other} || ' 行是同一个证件号码，但内容不同，请核对后只留一行。'`,
  sql<string>`'The same document as in row ' || ${other} || ', with other particulars; keep the right one.'`,
)

const twoUnions = saidInSql(
  'union',
  'twice-two-unions',
  'error',
  sql<string>`'与第 ' || ${other} || ' 行是同一人，却写在两个工会名下；一人只能有一个会籍，请只留一行。'`,
  sql<string>`'The same person as in row ' || ${other} || ', in another union; a person belongs to one. Keep one row.'`,
)

/** Couples and colleagues share a phone; it is allowed, and worth a look. */
export async function markSamePhone(ctx: Context, rows: RawBuilder<boolean>): Promise<void> {
  await sql`
    with shared as (
      select r.phone_index, min(r.row) as first_row, max(r.row) as last_row from membership.roster_row r
      where ${rows} and r.verdict in ('new', 'joins', 'changes') and r.phone_index is not null
      group by r.phone_index having count(*) > 1
    )
    update membership.roster_row r set problems = coalesce(r.problems, '[]'::jsonb) || ${samePhone}
    from shared
    where ${rows} and r.verdict in ('new', 'joins', 'changes') and r.phone_index = shared.phone_index`.execute(
    ctx.db,
  )
}

const samePhone = saidInSql(
  'phone',
  'phone-shared',
  'note',
  sql<string>`'与第 ' || ${other} || ' 行是同一个手机号；可以登记，请留意。'`,
  sql<string>`'The same phone as in row ' || ${other} || '; allowed, and worth a look.'`,
)
