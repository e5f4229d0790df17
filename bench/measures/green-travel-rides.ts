// Longer than most: the product’s ways and its peers’ are measured in one run, turn by turn.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Bench } from '../harness/bench.ts'
import { FLOOR_POOLS } from '../harness/floor.ts'
import { findProgram } from '../harness/find-program.ts'
import type { Measure } from '../harness/measure.ts'
import { debianFolders } from '../harness/postgis.ts'
import { run } from '../harness/processes.ts'
import { rounded, type Result } from '../harness/result.ts'
import {
  RIDES_A_VOUCHER,
  startRideCity,
  startRideFloor,
  TAKEN_AT,
  type RideCity,
} from '../harness/ride-city.ts'
import { hasRideClient, makeRideLoad } from '../harness/ride-load.ts'
import { interleaved, ROUND_SECONDS } from '../harness/rounds.ts'

const CONNECTIONS = 32
const BATCH = 128
const BATCH_CONNECTIONS = 4
/** Of 120,000 vouchers the last third is for pgbench, which takes batches of a table. */
const BATCHES_IN_TABLE = 6_000
const names = ['green-travel.ride', 'green-travel.ride.peers', 'green-travel.batch128'] as const

/** One ride with all rules, recorded beside the floor of `peers/70-http-base.mjs`: floor ÷ a plain insert over REST. */
const FLOOR_TO_PEER = { Directus: 22, NocoBase: 17, Strapi: 26 } as const

/**
 * Rides of connected readers, durable, with their audit lines: one a request against the floor, and 128 a request against the same
 * function in pgbench, without HTTP. The rows that were written are counted in the end: what was answered is there.
 */
export const greenTravelRides: Measure = {
  names,
  run: async (bench) => {
    if (!hasRideClient) return names.map((name) => skipped(name, 'wrk is not installed'))
    bench.say('a city with 120,000 vouchers')
    const city = await startRideCity(bench.folder)
    bench.onEnd(city.stop)
    return [...(await single(bench, city)), await batches(bench, city)]
  },
}

/** Processor time a ride of the two Node processes: what a busy machine does to the rates, it does not do to this. */
function makeCostCount() {
  const sums = new Map<string, { seconds: number; rides: number }>()
  const count = async (who: string, pid: number, run: () => Promise<number>) => {
    const before = processorSeconds(pid)
    const rate = await run()
    const sum = sums.get(who) ?? { seconds: 0, rides: 0 }
    sum.seconds += processorSeconds(pid) - before
    sum.rides += rate * ROUND_SECONDS
    sums.set(who, sum)
    return rate
  }
  const said = () =>
    [...sums]
      .map(([who, { seconds, rides }]) => `${who} ${Math.round((seconds / rides) * 1e6)} µs`)
      .join(', ')
  return Object.assign(count, { said: () => `Node's own time a ride: ${said()}` })
}

/** User and system time so far, of Linux; elsewhere nothing is known. */
function processorSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}

const skipped = (name: string, why: string): Result => ({
  name,
  value: null,
  unit: 'rides/s',
  against: '',
  ratio: null,
  target: 0,
  skipped: why,
})

async function single(bench: Bench, city: RideCity): Promise<Result[]> {
  const [small, large] = await Promise.all(FLOOR_POOLS.map((pool) => startRideFloor(city, pool, bench.onEnd)))
  const load = makeRideLoad(city)
  const wish = { connections: CONNECTIONS, seconds: ROUND_SECONDS, batch: 1 }
  const ours = {
    ...wish,
    origin: city.origin,
    headers: city.machine,
    path: '/api/green-travel/authorise-ride',
  }
  const floors = [small!, large!].map((floor) => ({ ...wish, ...floor, path: '/' }))
  bench.say('one ride a request, ours and the floor in turn')
  for (const one of [ours, ...floors]) await load({ ...one, seconds: 2 })
  const cost = makeCostCount()
  const seen = await interleaved({
    ours: () => cost('ours', city.pid, () => load(ours)),
    small: () => cost('floor', small!.pid, () => load(floors[0]!)),
    large: () => load(floors[1]!),
  })
  const floor = Math.max(seen.small, seen.large)
  const ratio = seen.ours / floor
  const peers = Object.entries(FLOOR_TO_PEER).map(([peer, times]) => [peer, ratio * times] as const)
  const value = { value: Math.round(seen.ours), unit: 'rides/s' }
  const note = `c=${CONNECTIONS}, ${city.engine}; floor with pools of 8 and 16: ${Math.round(seen.small)}, ${Math.round(seen.large)}; ${cost.said()}`
  return [
    {
      name: names[0],
      ...value,
      against: `${Math.round(floor)}/s, floor: bare node:http + pg, the same function and audit line`,
      ratio: rounded(ratio),
      target: 0.8,
      note,
    },
    {
      name: names[1],
      ...value,
      against: 'plain insert in the fastest peer (recorded)',
      ratio: rounded(Math.min(...peers.map(([, times]) => times))),
      target: 13,
      note: peers.map(([peer, times]) => `${peer} ${times.toFixed(1)}x`).join(', '),
    },
  ]
}

async function batches(bench: Bench, city: RideCity): Promise<Result> {
  const pgbench = findProgram('pgbench', debianFolders())
  if (pgbench === undefined) return skipped(names[2], 'pgbench is not installed')
  await plantBatches(city)
  const load = makeRideLoad(city)
  const ours = {
    origin: city.origin,
    headers: city.machine,
    path: '/api/green-travel/authorise-rides',
    connections: BATCH_CONNECTIONS,
    seconds: ROUND_SECONDS,
    batch: BATCH,
  }
  // Rides of the first measure are behind; what is handed in twice would be answered without being written.
  await client(city, 'truncate green_travel.ride')
  bench.say('128 rides a request, ours and pgbench in turn')
  const seen = await interleaved({
    ours: () => load(ours),
    pgbench: () => askPgbench(pgbench, bench.folder, city),
  })
  const { rows } = await client(city, `select count(*)::int as rides from green_travel.ride`)
  return {
    name: names[2],
    value: Math.round(seen.ours),
    unit: 'rides/s',
    against: `${Math.round(seen.pgbench)}/s, the same function in pgbench`,
    ratio: rounded(seen.ours / seen.pgbench),
    target: 0.6,
    note: `c=${BATCH_CONNECTIONS}, ${city.engine}; ${rows[0].rides} rides written by both`,
  }
}

async function client(city: RideCity, text: string): Promise<pg.QueryResult> {
  const one = new pg.Client(city.owner)
  await one.connect()
  try {
    return await one.query(text)
  } finally {
    await one.end()
  }
}

const plantBatches = (city: RideCity) =>
  client(
    city,
    `create table bench_batch as
      select b as no, array_agg(bk order by place) as bk, array_agg(voucher order by place) as voucher,
        array_agg(counter order by place) as counter
      from generate_series(0, ${BATCHES_IN_TABLE - 1}) b
      cross join generate_series(0, ${BATCH - 1}) place
      cross join lateral (select ${80_000} + (b * ${BATCH} + place) / ${RIDES_A_VOUCHER} as voucher_place,
        ((b * ${BATCH} + place) % ${RIDES_A_VOUCHER} + 1)::smallint as counter) c
      join lateral (select bk::smallint, id as voucher from green_travel.voucher
        where id = (82::bigint << 40) + ((voucher_place % 64)::bigint << 34) + voucher_place + 1 and bk = voucher_place % 64) v on true
      group by b;
    alter table bench_batch add primary key (no);
    create sequence bench_next minvalue 0;
    analyze bench_batch`,
  )

async function askPgbench(pgbench: string, folder: string, city: RideCity): Promise<number> {
  const script = join(folder, 'batch.sql')
  writeFileSync(
    script,
    `with n as materialized (select nextval('bench_next') as no)
select green_travel.authorise_rides(b.bk, b.voucher, b.counter, array_fill('${TAKEN_AT}'::timestamptz, array[${BATCH}]), array_fill('R1'::text, array[${BATCH}]), array_fill('101'::text, array[${BATCH}]), array_fill(null::bytea, array[${BATCH}]), '${city.companyUnit}', '${TAKEN_AT}', jsonb_build_object('id', gen_random_uuid(), 'operation', 'green-travel.authorise-rides', 'outcome', 'done', 'origin', 'web', 'actor_kind', 'partner', 'actor', 'u1', 'actor_name', 'pgbench', 'input', '{"rides":"•"}'::jsonb, 'request_id', 'pgbench')) from n join bench_batch b on b.no = n.no % ${BATCHES_IN_TABLE};
`,
  )
  const { host, port, user, database, password } = city.owner as Required<pg.ClientConfig>
  const env = {
    PATH: process.env['PATH'],
    PGHOST: host,
    PGPORT: String(port ?? 5432),
    PGUSER: user,
    PGDATABASE: database,
    ...(typeof password === 'string' ? { PGPASSWORD: password } : {}),
  }
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(BATCH_CONNECTIONS),
    '-j',
    '1',
    '-T',
    String(ROUND_SECONDS),
    '-f',
    script,
  ]
  const said = await run(pgbench, args, { seconds: ROUND_SECONDS + 30, env })
  return Number(/^tps = ([\d.]+)/m.exec(said)?.[1]) * BATCH
}
