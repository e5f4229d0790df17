import type { Pool } from 'pg'

/** Unions, in twelve districts, and the years over which their members came. */
const UNIONS = 4_000
const DISTRICTS = 12
const YEARS = 8

/**
 * As many members' dated lines as eight years of joining leave: one in forty was retained, one in fifty moved to another
 * union, and one in a hundred was put right later for a day before what had been known. Foreign keys are not asked: the
 * figures read these lines and the tree, and nobody's record.
 */
export async function plantMembers(
  pool: Pool,
  { count, until }: { count: number; until: Date },
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query(PLANT_TREE)
    await client.query(`create temporary table numbered as
      select row_number() over (order by id) - 1 as no, id from organisations.organisation where kind = 'grassroots-union'`)
    await client.query('create unique index on numbered (no)')
    await client.query(PLANT_LINES, [count, until, YEARS])
    await client.query('drop table numbered')
    await client.query('reset session_replication_role')
    await client.query('vacuum analyze memberships.membership_history')
    await client.query('analyze organisations.organisation')
  } finally {
    client.release()
  }
}

const PLANT_TREE = `
  with top as (select id, path from organisations.organisation where parent_id is null),
  districts as (
    insert into organisations.organisation (id, path, parent_id, kind, name, adcode)
    select made.id, top.path || replace(made.id::text, '-', ''), top.id, 'county-federation', '第' || no || '区总工会',
      (420000 + no)::text
    from top, (select no, gen_random_uuid() as id from generate_series(1, ${DISTRICTS}) as no) made
    returning id, path, adcode)
  insert into organisations.organisation (id, path, parent_id, kind, name, adcode)
  select made.id, d.path || replace(made.id::text, '-', ''), d.id, 'grassroots-union', '第' || no || '工会', d.adcode
  from (select no, gen_random_uuid() as id from generate_series(1, ${UNIONS}) as no) made
  join districts d on d.adcode::int = 420001 + made.no % ${DISTRICTS}`

/** In the order in which they were recorded, as a database that lived through it has them. */
const PLANT_LINES = `
  with members as materialized (
    select i, gen_random_uuid() as person_id, gen_random_uuid() as membership_id,
      $2::timestamptz - $3::int * interval '1 year' + (i::float8 / $1::int) * ($3::int * interval '1 year' - interval '40 days') as joined_at,
      floor(random() * ${UNIONS})::bigint as union_no, random() < 0.6 as new_form
    from generate_series(0, $1::int - 1) as i),
  lines as (
    select m.*, 1 as version, joined_at as recorded_at, joined_at::date as valid_from, 'active' as status, union_no as no from members m
    union all
    select m.*, 2, joined_at + interval '20 days', joined_at::date + 20, 'retained', union_no from members m where i % 40 = 3
    union all
    select m.*, 2, joined_at + interval '20 days', joined_at::date + 20, 'moved', union_no from members m where i % 50 = 7
    union all
    select m.*, 2, joined_at + interval '30 days', joined_at::date + 5, 'active', (union_no + 1) % ${UNIONS} from members m where i % 100 = 11)
  insert into memberships.membership_history
    (bk, person_id, membership_id, version, valid_from, recorded_at, organisation_id, status, new_form, made_by)
  select (i % 64)::smallint, person_id, membership_id, version, valid_from, recorded_at, numbered.id, status, new_form, '测试'
  from lines join numbered on numbered.no = lines.no
  order by recorded_at`
