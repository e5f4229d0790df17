import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { DemoContext } from '#platform/module.ts'
import { monthsAfter } from '../../rules/terms/term-clock.ts'

const SURNAMES = '赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦尤许何吕施张'
const GIVEN =
  '建国|秀英|卫东|桂兰|志强|玉梅|海涛|春华|文军|晓燕|国庆|丽娟|振宇|雪梅|长河|秋菊|明亮|小满|大川|青山'

/**
 * The face of every union in the tree, in a handful of statements: form, trade, founding, terms since then, officers.
 * One in fifteen has not held the election that its last term asked for.
 */
export async function plantFaces(context: DemoContext): Promise<void> {
  await plantProfiles(context)
  await plantTerms(context)
  await plantOfficers(context)
  await plantWarnings(context)
}

const isUnion = sql`o.kind in ('grassroots-union', 'joint-union', 'union-association') and o.state = 'active'`

/** A number of the union's own between 0 and n - 1, the same on every start with the same ids. */
const spread = (n: number, salt: string) =>
  sql`(('x' || substr(md5(o.id::text || ${salt}), 1, 7))::bit(28)::integer % ${sql.lit(n)})`

/** In new forms where most of its members are; an employer's small union may have an organiser. */
async function plantProfiles({ db }: DemoContext): Promise<void> {
  await sql`
    with faces as (
      select o.id, h.valid_from as founded_on, m.members,
        case o.kind when 'joint-union' then 'joint' when 'union-association' then 'association'
          when 'grassroots-union' then case when m.members between 1 and 9 and ${spread(2, 'form')} = 0
            then 'organiser' else 'committee' end end as form,
        coalesce(m.new_form * 2 > m.members, false) as new_form,
        case when o.name ~ '外卖|配送|骑手' then 'rider' when o.name ~ '快递' then 'courier'
          when o.name ~ '货车|货运|卡车' then 'truck' when o.name ~ '网约车|出租' then 'ride-hailing' end as trade,
        m.women
      from organisations.organisation o
      join organisations.organisation_history h on h.organisation_id = o.id and h.version = 1
      left join lateral (
        select count(*) as members, count(*) filter (where m.new_form) as new_form, count(*) / 3 as women
        from memberships.membership m where m.organisation_id = o.id and m.to_day is null) m on true
      where ${isUnion}),
    profiles as (
      insert into membership.union_profile (organisation_id, form, new_form, trade, founded_on, workers, women_body)
      select id, form, new_form, case when new_form then trade end, founded_on, members + members / 2,
        case when women >= 10 then 'committee' when women > 0 then 'commissioner' end
      from faces
      returning *)
    insert into membership.union_profile_history
      (organisation_id, version, valid_from, form, new_form, trade, founded_on, made_by)
    select organisation_id, 1, founded_on, form, new_form, trade, founded_on, '演示数据' from profiles`.execute(
    db,
  )
}

async function plantTerms({ db, today }: DemoContext): Promise<void> {
  await sql`
    with lives as (
      select o.id, p.founded_on, case when ${spread(4, 'years')} = 0 then 5 else 3 end as years,
        ${spread(15, 'late')} = 0 as is_late
      from organisations.organisation o join membership.union_profile p on p.organisation_id = o.id),
    terms as (
      select id, years, n, (founded_on + make_interval(years => years * (n - 1)))::date as from_day,
        max(n) over (partition by id) as last, is_late, founded_on
      from lives cross join lateral generate_series(1, 20) n
      where (founded_on + make_interval(years => years * (n - 1)))::date <= ${cityDay(today)}::date)
    insert into membership.union_term (organisation_id, no, years, from_day, until_day, made_by)
    select id, n, years, from_day, (from_day + make_interval(years => years))::date - 1, '演示数据'
    from terms where n < last or n = 1 or not is_late`.execute(db)
}

/** Whoever was elected last sits; earlier committees were nobody's to invent. A few chairs stand empty. */
async function plantOfficers({ db, today }: DemoContext): Promise<void> {
  const name = (salt: string) => sql`(substr(${SURNAMES}, 1 + ${spread(SURNAMES.length, salt)}, 1)
    || (string_to_array(${GIVEN}, '|'))[1 + ${spread(GIVEN.split('|').length, `${salt}given`)}])`
  await sql`
    insert into membership.union_officer
      (id, organisation_id, duty, name, term_no, from_day, until_day, why_ended, made_by)
    select gen_random_uuid(), o.id, office.duty, office.name, t.no, t.from_day,
      case when office.leaves then greatest(t.from_day, ${cityDay(today)}::date - 40) end,
      case when office.leaves then '工作调动' end, '演示数据'
    from organisations.organisation o
    join membership.union_profile p on p.organisation_id = o.id
    join lateral (select no, from_day from membership.union_term t where t.organisation_id = o.id
      order by no desc limit 1) t on true
    cross join lateral (values
      (case p.form when 'organiser' then 'organiser' else 'chair' end, ${name('chair')}, ${spread(60, 'left')} = 0),
      (case p.form when 'organiser' then null else 'audit' end, ${name('audit')}, false),
      (case when p.women_body is null or p.form = 'organiser' then null else 'women' end, ${name('women')}, false))
      as office (duty, name, leaves)
    where office.duty is not null and ${isUnion}`.execute(db)
}

/** The warnings that went out while the story ran, so that the first turn of the clock tells only what is new. */
async function plantWarnings({ db, today }: DemoContext): Promise<void> {
  const day = cityDay(today)
  const horizons = [
    ['due-6', monthsAfter(day, 6)],
    ['due-3', monthsAfter(day, 3)],
    ['due-1', monthsAfter(day, 1)],
    ['overdue', day],
  ] as const
  for (const [stage, until] of horizons)
    await sql`
      insert into membership.term_warning (organisation_id, until_day, stage, told_at)
      select distinct on (organisation_id) organisation_id, until_day, ${stage}, ${today}
      from membership.union_term t where until_day <= ${until}::date + 3
        and no = (select max(no) from membership.union_term o where o.organisation_id = t.organisation_id)
      on conflict do nothing`.execute(db)
}
