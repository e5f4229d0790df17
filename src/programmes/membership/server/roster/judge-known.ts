import { sql, type RawBuilder } from 'kysely'
import { linkedPeople } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import { saidInSql, words } from './said-in-sql.ts'

/**
 * What a row about somebody known comes to: a new membership, nothing, something new about a member, a transfer that
 * would have to be asked for, or a refusal. A union out of the import's unit is not named.
 */
export async function judgeKnown(ctx: Context, rows: RawBuilder<boolean>, unit: string): Promise<void> {
  const linked = await linkedPeople(ctx)
  await sql`
    with link as (
      select * from unnest(
        ${linked.map(({ bk }) => bk)}::smallint[], ${linked.map(({ id }) => id)}::uuid[],
        ${linked.map(({ survivor }) => survivor.bk)}::smallint[], ${linked.map(({ survivor }) => survivor.id)}::uuid[])
        as l (bk, id, survivor_bk, survivor_id)
    ), known as (
      select r.row, r.known_bk, r.known_id, r.from_day from membership.roster_row r
      where ${rows} and r.verdict = 'new' and r.known_id is not null
    ), keys as (
      select row, from_day, known_bk as bk, known_id as id from known
      union all
      select row, from_day, link.bk, link.id from known
      join link on link.survivor_bk = known.known_bk and link.survivor_id = known.known_id
    ), lasting as (
      select keys.row, m.organisation_id from keys
      join memberships.membership m on m.bk = keys.bk and m.person_id = keys.id and m.to_day is null
    ), ended as (
      select distinct keys.row from keys
      join memberships.membership m on m.bk = keys.bk and m.person_id = keys.id and m.to_day >= keys.from_day
        and m.status <> 'voided'
    ), judged as (
      select r.row,
        case
          when p.name <> r.name then 'name'
          when lasting.row is null and ended.row is not null then 'overlap'
          when lasting.row is null then 'joins'
          when lasting.organisation_id <> r.organisation_id then 'elsewhere'
          when (coalesce(r.employment, q.employment), coalesce(r.ethnicity, q.ethnicity), coalesce(r.education, q.education),
              coalesce(r.skill, q.skill), coalesce(r.household, q.household))
            is distinct from (q.employment, q.ethnicity, q.education, q.skill, q.household) then 'changes'
          else 'present' end as kind,
        r.phone_index is not null and p.phone_index is distinct from r.phone_index as is_other_phone,
        (select o.name from organisations.organisation o, organisations.organisation top
          where o.id = lasting.organisation_id and top.id = ${unit}::uuid and o.path <@ top.path) as union_name
      from membership.roster_row r
      join people.person p on p.bk = r.known_bk and p.id = r.known_id
      left join lasting on lasting.row = r.row
      left join ended on ended.row = r.row
      left join membership.particulars q on q.bk = r.known_bk and q.person_id = r.known_id
      where ${rows} and r.verdict = 'new' and r.known_id is not null
    )
    update membership.roster_row r set
      verdict = case when kind in ('name', 'overlap') then 'refused' else kind end,
      shown_name = left(r.name, 1) || '**',
      problems = nullif(coalesce(r.problems, '[]'::jsonb)
        || case kind when 'name' then ${otherName} when 'overlap' then ${overlap} when 'elsewhere' then ${elsewhere}
          else '[]'::jsonb end
        || case when is_other_phone and kind in ('joins', 'changes', 'present') then ${otherPhone}
          else '[]'::jsonb end, '[]'::jsonb)
    from judged where ${rows} and r.row = judged.row`.execute(ctx.db)
}

const otherName = saidInSql(
  'name',
  'name-differs',
  'error',
  words('这个证件号码已登记在另一个姓名下。请核对证件；确有更名的，请先申请更正。'),
  words('This document is known under another name. Compare it; a changed name is a correction.'),
)

const overlap = saidInSql(
  'joinedOn',
  'days-overlap',
  'error',
  words('此人此前的会籍晚于这个入会日期才结束，新的会籍须从其后开始。'),
  words('An earlier membership ended after this day; a new one begins after it.'),
)

const elsewhere = saidInSql(
  'union',
  'member-elsewhere',
  'error',
  sql<string>`case when union_name is null then '此人已是另一工会的会员（不在本单位管辖内），不能重复入会。'
    else '此人已是“' || union_name || '”的会员，不能重复入会。' end || '请办理会籍转移。'`,
  sql<string>`case when union_name is null then 'A member of another union out of this unit'
    else 'A member of ' || union_name end || '; nobody belongs to two. Ask for a transfer.'`,
)

const otherPhone = saidInSql(
  'phone',
  'phone-differs',
  'note',
  words('手机号与已登记的不同，未改动；确有变化的，请在人员页面更正。'),
  words('The phone differs from the one known, which stays; correct it on the page of the person.'),
)
