import type { Pool } from 'pg'

/** Days of check-ins, the last of them the day before the bench's own. */
export const DAYS = 365
const VISITORS = 200_000
/** One in a hundred was sent from a phone that had no network, up to three days late. */
const LATE = 0.01

/**
 * As many check-ins of a year as one says, in the order in which they were recorded. Indexes are built after the rows and
 * foreign keys are not asked, since what is planted comes from the stations themselves; `check_in_once` is left out, as
 * what it guards against happens once in some millions of invented rows.
 */
export async function plantVisits(
  pool: Pool,
  { count, until }: { count: number; until: Date },
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`set session_replication_role = replica`)
    await client.query(`truncate stations.check_in, stations.visit_rollup, stations.visit_day_rollup,
      stations.visitor_seen, stations.visitor_rollup, stations.rollup_mark`)
    await client.query(`alter table stations.check_in drop constraint if exists check_in_once,
      drop constraint if exists check_in_pkey`)
    for (const index of INDEXES) await client.query(`drop index if exists stations.${index.name}`)
    await client.query(`create temporary table numbered as
      select row_number() over (order by code) - 1 as no, id from stations.station`)
    await client.query(`create unique index on numbered (no)`)
    await client.query(PLANT, [count, until, DAYS])
    await client.query(`drop table numbered`)
    await client.query(`set maintenance_work_mem = '512MB'`)
    await client.query(`alter table stations.check_in add constraint check_in_pkey primary key (bk, id)`)
    for (const { name, on } of INDEXES)
      await client.query(`create index ${name} on stations.check_in using ${on}`)
    await client.query(`vacuum analyze stations.check_in`)
    await client.query(`reset maintenance_work_mem`)
    await client.query(`reset session_replication_role`)
  } finally {
    client.release()
  }
}

/** As the migrations have them. */
const INDEXES = [
  { name: 'check_in_station', on: 'btree (station_id, at)' },
  { name: 'check_in_at', on: 'btree (at)' },
  { name: 'check_in_recorded', on: 'brin (recorded_at) with (pages_per_range = 16)' },
]

const PLANT = `
  insert into stations.check_in (bk, id, visitor, station_id, at, recorded_at, half_hour, proof)
  select (visitor % 64)::smallint, gen_random_uuid(), decode(md5(visitor::text), 'hex'), numbered.id,
    at, recorded_at, (extract(epoch from at) / 1800)::int, 'code'
  from (
    select *, case when random() < ${LATE} then recorded_at - random() * interval '3 days'
        else recorded_at - interval '1 second' end as at
    from (
      select floor(random() * ${VISITORS})::int as visitor,
        floor(random() * (select count(*) from numbered))::bigint as station,
        $2::timestamptz - $3::int * interval '1 day' + (i::float8 / $1::int * $3::int) * interval '1 day' as recorded_at
      from generate_series(0, $1::int - 1) as i) drawn) visits
  join numbered on numbered.no = visits.station`

/** Each station as an import writes it: one dated version, which the figures count. */
export const PLANT_VERSIONS = `
  insert into stations.station_version (station_id, version, code, organisation_id, name, adcode, level, state, snapshot,
    valid_from, recorded_at, made_by, reason)
  select id, version, code, organisation_id, name, adcode, level, state, to_jsonb(station), $1::date - 400,
    $1::timestamptz - interval '400 days', '测试', '导入' from stations.station`
