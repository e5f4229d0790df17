import { join } from 'node:path'
import { execute } from '#platform/execute.ts'
import { systemCaller } from '#platform/application.ts'
import { organisations } from '#kernel/organisations/contract.ts'
import type { Bench } from '../harness/bench.ts'
import { writeRoster, type RosterFile } from '../harness/generated-roster.ts'
import type { Measure } from '../harness/measure.ts'
import { forgetPeak, peakMegabytes } from '../harness/peak-memory.ts'
import { startOwnCity, stopAll, type OwnCity } from '../harness/own-city.ts'
import { DIRECTUS_IMPORT } from '../harness/peers.ts'
import { rounded, type Result } from '../harness/result.ts'
import { openRosterFloor, type RosterFloor } from '../harness/roster-floor.ts'
import { importOverPage } from '../harness/roster-path.ts'
import { interleaved } from '../harness/rounds.ts'

const ROWS = 60_000
const MANY_ROWS = 600_000
const UNION = '测试骑手联合工会'

/**
 * A roster from its bytes to members that are committed, over the path of the page: uploaded, judged, compared,
 * sealed, written. Everybody in each file is new.
 */
export const membershipRoster: Measure = {
  names: ['membership-roster.csv', 'membership-roster.xlsx', 'membership-roster.copy'],
  run: (bench) => inOwnCity((city, unit) => speed(bench, city, unit)),
}

/** A server of its own, so that nothing but the two rosters made it grow. */
export const membershipRosterMemory: Measure = {
  names: ['membership-roster.memory'],
  run: (bench) => inOwnCity(async (city, unit) => [await memory(bench, city, unit)]),
}

async function inOwnCity<T>(work: (city: OwnCity, unit: string) => Promise<T>): Promise<T> {
  const stops: (() => Promise<unknown>)[] = []
  try {
    const city = await startOwnCity(stops)
    return await work(city, await plantUnion(city))
  } finally {
    await stopAll(stops)
  }
}

async function plantUnion({ app }: OwnCity): Promise<string> {
  const caller = systemCaller('bench')
  const tops = await execute(app, caller, organisations.listOrganisations, { tops: true })
  const { id } = await execute(app, caller, organisations.createOrganisation, {
    parentId: tops.rows[0]!.id,
    kind: 'joint-union',
    name: UNION,
    adcode: '410402',
  })
  return id
}

let taken = 0

/** A file of people whom no earlier file had. */
async function freshFile(bench: Bench, kind: 'csv' | 'xlsx', rows: number): Promise<RosterFile> {
  const first = taken
  taken += rows
  return writeRoster(join(bench.folder, `roster-${first}.${kind}`), kind, first, rows, UNION)
}

async function speed(bench: Bench, city: OwnCity, unit: string): Promise<Result[]> {
  const floor = await openRosterFloor(city.owner)
  try {
    return resultsOf(await rateAll(bench, city, unit, floor))
  } finally {
    await floor.end()
  }
}

type Rates = Readonly<Record<'copy' | 'floor' | 'csv' | 'xlsx', number>>

async function rateAll(bench: Bench, city: OwnCity, unit: string, floor: RosterFloor): Promise<Rates> {
  const copied = await freshFile(bench, 'csv', ROWS)
  bench.say('60,000 members: raw COPY, the floor, our CSV, our XLSX in turn')
  // Once without counting: code is compiled and plans are made, on both sides.
  await floor.floor(copied.path)
  await importOverPage(city, unit, await freshFile(bench, 'csv', 5_000))
  return interleaved({
    copy: async () => ROWS / (await floor.rawCopy(copied.path)),
    floor: async () => ROWS / (await floor.floor(copied.path)),
    csv: async () => ROWS / (await importOverPage(city, unit, await freshFile(bench, 'csv', ROWS))),
    xlsx: async () => ROWS / (await importOverPage(city, unit, await freshFile(bench, 'xlsx', ROWS))),
  })
}

function resultsOf(rates: Rates): Result[] {
  const against = `Directus's own CSV import (recorded; the floor was ${DIRECTUS_IMPORT} times it)`
  const line = (kind: 'csv' | 'xlsx', target: number): Result => ({
    name: `membership-roster.${kind}`,
    value: Math.round(rates[kind]),
    unit: 'rows/s',
    against,
    ratio: rounded((rates[kind] / rates.floor) * DIRECTUS_IMPORT),
    target,
    note: `floor in this run ${Math.round(rates.floor)} rows/s (one table, no HTTP, no preview, no history); ours ${rounded(rates[kind] / rates.floor)} of it`,
  })
  return [
    line('csv', 20),
    line('xlsx', 10),
    {
      name: 'membership-roster.copy',
      value: Math.round(rates.csv),
      unit: 'rows/s',
      against: `${Math.round(rates.copy)} rows/s, raw COPY of the same bytes into a table with a key`,
      ratio: rounded(rates.csv / rates.copy),
      target: 0.05,
      note: `XLSX ${rounded(rates.xlsx / rates.copy)}; COPY checks, seals, compares and remembers nothing`,
    },
  ]
}

/** The highest the server's process stood at, for a roster and for one ten times as long. */
async function memory(bench: Bench, city: OwnCity, unit: string): Promise<Result> {
  bench.say('memory: 60,000 rows, then 600,000')
  const peak = async (kind: 'csv' | 'xlsx', rows: number) => {
    const file = await freshFile(bench, kind, rows)
    forgetPeak(city.pid)
    await importOverPage(city, unit, file)
    return peakMegabytes(city.pid)
  }
  const small = Math.max(await peak('csv', ROWS), await peak('xlsx', ROWS))
  const large = Math.max(await peak('csv', MANY_ROWS), await peak('xlsx', MANY_ROWS))
  return {
    name: 'membership-roster.memory',
    value: rounded(large),
    unit: 'MB',
    against: `1.2 times ${rounded(small)} MB, the same with ${ROWS} rows`,
    ratio: rounded((small * 1.2) / large),
    target: 1,
    note: `resident at its highest, the server's process alone, CSV and XLSX of ${MANY_ROWS} rows; ${rounded(large / small)} times`,
  }
}
