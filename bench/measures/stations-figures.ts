import type pg from 'pg'
import { sql } from 'kysely'
import { connect } from '#platform/database/connect.ts'
import { contextOfDemo } from '#platform/demo.ts'
import type { DemoContext } from '#platform/module.ts'
import { queryAddress } from '#platform/client/call.ts'
import { figures } from '#kernel/figures/contract.ts'
import { foldVisits } from '#programmes/stations/server/figures/fold-visits.ts'
import {
  countVisitors,
  countVisits,
  visitsByDistrict,
  visitsByMonth,
} from '#programmes/stations/server/figures/visit-counts.ts'
import { ASKED_AT } from '../harness/city-clock.ts'
import { STATIONS } from '../harness/generated-stations.ts'
import type { Measure } from '../harness/measure.ts'
import { forgetPeak, peakMegabytes } from '../harness/peak-memory.ts'
import { DAYS, PLANT_VERSIONS, plantVisits } from '../harness/plant-visits.ts'
import { rounded, type Result } from '../harness/result.ts'
import { interleaved } from '../harness/rounds.ts'

const FEW = 1_000_000
const MANY = 10_000_000
const AT = { asOf: '2026-11-25', recordedUpTo: ASKED_AT }

/** What each figure would be without the rollup: the rows themselves, by the same days. */
const PLAIN = {
  total: sql`select count(*) from stations.check_in where recorded_at <= ${ASKED_AT}`,
  months: sql`select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) from stations.check_in
    where recorded_at <= ${ASKED_AT} group by 1`,
  districts: sql`select station.adcode, count(*) from stations.check_in visit
    join stations.station on station.id = visit.station_id where visit.recorded_at <= ${ASKED_AT} group by 1`,
  visitors: sql`select count(*) from (select from stations.check_in where recorded_at <= ${ASKED_AT} group by bk, visitor) each`,
}

const FOLDED = {
  total: countVisits,
  months: visitsByMonth,
  districts: visitsByDistrict,
  visitors: countVisitors,
}

type Part = keyof typeof PLAIN
const parts = Object.keys(PLAIN) as Part[]

/**
 * The figures of a year's check-ins, folded by the job that folds them every day, against the same question to the rows,
 * warm, on one connection; the same at a tenth of the rows; then the public pages over HTTP with all other figures.
 */
export const stationsFigures: Measure = {
  names: [
    'stations.figures.year',
    'stations.figures.growth',
    'stations.figures.page',
    'stations.figures.report',
  ],
  run: async (bench) => {
    const { owner, origin, pid } = await bench.bigCity()
    const database = connect({ connection: owner as pg.PoolConfig, poolSize: 1, prepare: false })
    bench.onEnd(() => database.close())
    const ctx = contextOfDemo(
      { db: database.db, today: ASKED_AT, config: {} } as unknown as DemoContext,
      'stations',
    )
    await database.pool.query(PLANT_VERSIONS, [ASKED_AT])
    const load = async (count: number) => {
      bench.say(`${count} check-ins`)
      await plantVisits(database.pool, { count, until: ASKED_AT })
      bench.say('folding them, day by day')
      const seconds = await timed(() => foldVisits(ctx))
      await database.pool.query(
        'vacuum analyze stations.visit_rollup, stations.visit_day_rollup, stations.visitor_rollup',
      )
      return (1000 * seconds) / DAYS
    }
    await load(FEW)
    const askFolded: Ask = (part) => FOLDED[part](ctx, AT)
    const few = (await medians({ folded: askFolded }))['folded']!
    const foldMs = await load(MANY)
    bench.say('asking both')
    const both = await medians({ folded: askFolded, plain: (part) => PLAIN[part].execute(ctx.db) })
    const [folded, plain] = [both['folded']!, both['plain']!]
    forgetPeak(pid)
    const page = await overHttp(`${origin}${queryAddress(figures.getFigure, { key: 'stations.checkIns' })}`)
    const report = await overHttp(`${origin}${queryAddress(figures.listFigures, {})}`)
    const peak = peakMegabytes(pid)
    const pagesPlain = plain.total + plain.districts + plain.months
    return [
      ...yearOf(folded, plain, foldMs),
      growthOf(few, folded),
      {
        name: 'stations.figures.page',
        value: rounded(page),
        unit: 'ms',
        against: `${rounded(pagesPlain)} ms, total, districts and months from the rows`,
        ratio: rounded(pagesPlain / page),
        target: 20,
        note: `the page of the check-ins over HTTP, not cached; the server stood at ${Math.round(peak)} MB at its highest`,
      },
      {
        name: 'stations.figures.report',
        value: rounded(report),
        unit: 'ms',
        against: `${rounded(plain.total + plain.visitors)} ms, its two figures of check-ins from the rows`,
        ratio: rounded((plain.total + plain.visitors) / report),
        target: 1,
        note: `every figure of every programme over ${STATIONS} stations, not cached: counting stations as of a day is most of it`,
      },
    ]
  },
}

const yearOf = (
  folded: Readonly<Record<Part, number>>,
  plain: Readonly<Record<Part, number>>,
  foldMs: number,
): Result[] => {
  const [ours, theirs] = [sum(folded), sum(plain)]
  const each = parts.map((part) => `${part} ${rounded(plain[part] / folded[part])}`).join(', ')
  return [
    {
      name: 'stations.figures.year',
      value: rounded(ours),
      unit: 'ms',
      against: `${rounded(theirs)} ms, the plain queries, warm`,
      ratio: rounded(theirs / ours),
      target: 20,
      note: `${MANY} check-ins; ${each}; a day of them is folded in ${rounded(foldMs)} ms`,
    },
  ]
}

const growthOf = (few: Readonly<Record<Part, number>>, many: Readonly<Record<Part, number>>): Result => ({
  name: 'stations.figures.growth',
  value: rounded(sum(many)),
  unit: 'ms',
  against: `1.5 times ${rounded(sum(few))} ms, with a tenth of the rows`,
  ratio: rounded((1.5 * sum(few)) / sum(many)),
  target: 1,
  note: parts.map((part) => `${part} ${rounded(few[part])} and ${rounded(many[part])} ms`).join(', '),
})

const sum = (each: Readonly<Record<Part, number>>) => parts.reduce((total, part) => total + each[part], 0)

async function timed(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await run()
  return (performance.now() - from) / 1000
}

type Ask = (part: Part) => Promise<unknown>

/** The medians of each part, asked in turn, so that whatever else the machine does falls on all; warm by one round before. */
async function medians(asked: Readonly<Record<string, Ask>>): Promise<Record<string, Record<Part, number>>> {
  const each = Object.entries(asked).flatMap(([who, ask]) =>
    parts.map((part) => ({ name: `${who} ${part}`, ask, part })),
  )
  for (const { ask, part } of each) await ask(part)
  const once = each.map(
    ({ name, ask, part }) => [name, async () => 1000 * (await timed(() => ask(part)))] as const,
  )
  const seen = await interleaved(Object.fromEntries(once))
  const partsOf = (who: string) =>
    Object.fromEntries(parts.map((part) => [part, seen[`${who} ${part}`]!])) as Record<Part, number>
  return Object.fromEntries(Object.keys(asked).map((who) => [who, partsOf(who)]))
}

async function overHttp(address: string): Promise<number> {
  return (
    1000 *
    (await timed(async () => {
      const answer = await fetch(address)
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`)
      await answer.arrayBuffer()
    }))
  )
}
