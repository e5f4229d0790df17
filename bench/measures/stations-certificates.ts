import pg from 'pg'
import { sql } from 'kysely'
import { connect } from '#platform/database/connect.ts'
import { contextOfDemo } from '#platform/demo.ts'
import type { Context } from '#platform/context.ts'
import type { DemoContext } from '#platform/module.ts'
import { followStandard } from '#programmes/stations/server/certificates/pass-time.ts'
import { recompute } from '#programmes/stations/server/certificates/recompute.ts'
import { ASKED_AT } from '../harness/city-clock.ts'
import { STATIONS } from '../harness/generated-stations.ts'
import type { Measure } from '../harness/measure.ts'
import { rounded } from '../harness/result.ts'

/** Of each kind and each question one piece of evidence and an older one: some two and a half million rows. */
const PLANT_EVIDENCE = `
  insert into stations.evidence (id, station_id, kind, what, at, by_kind, by_name, inspection_id)
  select gen_random_uuid(), s.id, 'keeper', '', $1::timestamptz - random() * interval '120 days' - again * interval '90 days',
    'keeper', '测试', null
  from stations.station s cross join generate_series(0, 1) as again`

const PLANT_ANSWERS = `
  insert into stations.evidence (id, station_id, kind, what, is_favourable, at, by_kind, by_name, inspection_id)
  select gen_random_uuid(), i.station_id, 'answer', question, random() < 0.97, i.ended_at, 'inspector', '测试', i.id
  from stations.inspection i
  cross join unnest(array['sign-shown', 'room-fixed', 'door-open', 'equipment-works', 'rules-posted', 'keeper-known'])
    as question`

const PLANT_VISITS = `
  insert into stations.inspection (id, station_id, kind, version_id, begun_at, begun_by_name, ended_at, made_at)
  select gen_random_uuid(), s.id, 'unannounced', (select version_id from stations.standard_force limit 1), at, '测试',
    at + interval '20 minutes', at
  from stations.station s cross join generate_series(0, 1) as again
  cross join lateral (select $1::timestamptz - random() * interval '200 days' - again * interval '150 days' as at) times`

const ONE_BY_ONE = 300

/**
 * A new standard is put in force: every certificate is computed anew in one transaction, with its history. Against the
 * same done station by station, as a command does it.
 */
export const stationsCertificates: Measure = {
  names: ['stations.certificates.standard', 'stations.certificates.daily'],
  run: async (bench) => {
    const { owner } = await bench.bigCity()
    const database = connect({ connection: owner as pg.PoolConfig, poolSize: 1, prepare: false })
    bench.onEnd(() => database.close())
    bench.say('some evidence for each of 180,000 stations')
    for (const text of [PLANT_VISITS, PLANT_ANSWERS, PLANT_EVIDENCE])
      await database.pool.query(text, text === PLANT_ANSWERS ? [] : [ASKED_AT])
    await database.pool.query('vacuum analyze stations.evidence')
    const ctx = contextOfDemo(
      { db: database.db, today: ASKED_AT, config: {} } as unknown as DemoContext,
      'stations',
    )
    bench.say('a first computation, then a new standard')
    await inTransaction(ctx, followStandard)
    await putInForce(ctx)
    const seconds = await timed(() => inTransaction(ctx, followStandard))
    const oneByOne = await timed(() => recomputeSome(ctx))
    const perStationMs = (1000 * seconds) / STATIONS
    const aloneMs = (1000 * oneByOne) / ONE_BY_ONE
    const daily = await timed(() => inTransaction(ctx, followStandard))
    return [
      {
        name: 'stations.certificates.standard',
        value: rounded(seconds),
        unit: 's',
        against: `one by one: ${rounded(aloneMs)} ms a station`,
        ratio: rounded(aloneMs / perStationMs),
        target: 5,
        note: `${STATIONS} stations, ${rounded(perStationMs)} ms each, with the history of every turn`,
      },
      {
        name: 'stations.certificates.daily',
        value: rounded(1000 * daily),
        unit: 'ms',
        against: 'computing all of them',
        ratio: rounded(seconds / daily),
        target: 50,
        note: 'a day on which nothing is due: what the job costs',
      },
    ]
  },
}

const inTransaction = <T>(ctx: Context, run: (inside: Context) => Promise<T>): Promise<T> =>
  ctx.db.transaction().execute((db) => run({ ...ctx, db }))

async function timed(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await run()
  return (performance.now() - from) / 1000
}

/** The eight haves, from the day of the bench on. */
async function putInForce(ctx: Context): Promise<void> {
  await sql`insert into stations.standard_force (version_id, from_day)
    select id, ${ASKED_AT}::date from stations.standard_version where standard = 'eight-haves'`.execute(
    ctx.db,
  )
}

/** As commands do it: each station in a transaction of its own, computed from all of its evidence. */
async function recomputeSome(ctx: Context): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from stations.station order by code limit ${sql.lit(ONE_BY_ONE)}`.execute(ctx.db)
  for (const { id } of rows) await inTransaction(ctx, (inside) => recompute(inside, [id], 'evidence'))
}
