import type { Bench } from '../harness/bench.ts'
import type { BigCity } from '../harness/big-city.ts'
import { fits, recallOf } from '../harness/brute-force.ts'
import { loadClient, makeLoad } from '../harness/load.ts'
import type { Measure } from '../harness/measure.ts'
import { askPostgis, plantPostgis, type Place } from '../harness/postgis-knn.ts'
import { startPostgis } from '../harness/postgis.ts'
import { rounded, type Result } from '../harness/result.ts'
import { interleaved, ROUND_SECONDS } from '../harness/rounds.ts'
import { LIMIT, nearestPath, placesOf, WANTED_BITS } from './nearest-load.ts'

const NAME = 'stations.nearest'
const TARGET = 2
const CONNECTIONS = 32
const SAMPLE = 200

/** The nearest 20 open stations with two facilities, of 180,000: ours over HTTP, PostGIS's own under pgbench. */
export const stationsNearest: Measure = {
  names: [NAME],
  run: async (bench) => {
    const city = await bench.bigCity()
    const places = placesOf(city)
    bench.say('recall against brute force')
    const recall = await recallOver(city, places)
    if (recall < 1) throw new Error(`the answers are not the nearest: recall ${recall}`)
    return [await compare(bench, city, places)]
  },
}

async function compare(bench: Bench, city: BigCity, places: readonly Place[]): Promise<Result> {
  const postgis = await startPostgis()
  const against = 'PostGIS geography KNN, same filter, pgbench -c 4'
  if (postgis === undefined) {
    const skipped = 'PostGIS is not installed (Debian: postgresql-15-postgis-3)'
    return { name: NAME, value: null, unit: 'answers/s', against, ratio: null, target: TARGET, skipped }
  }
  bench.onEnd(postgis.stop)
  bench.say(postgis.version)
  const passing = await plantPostgis(postgis, city.stations, places, WANTED_BITS)
  if (passing !== city.stations.filter((station) => fits(station, WANTED_BITS)).length)
    throw new Error('the filter lets other stations pass in PostGIS than in the brute force')
  const paths = places.map(nearestPath)
  const ask = { folder: bench.folder, seconds: ROUND_SECONDS }
  const load = { ...ask, origin: city.origin, paths, connections: CONNECTIONS }
  await makeLoad({ ...load, seconds: 2 })
  const { ours, theirs } = await interleaved({
    ours: async () => (await makeLoad(load)).rate,
    theirs: () => askPostgis(postgis, { ...ask, places: places.length, wantedBits: WANTED_BITS }),
  })
  return {
    name: NAME,
    value: Math.round(ours),
    unit: 'answers/s',
    against: `${Math.round(theirs)}/s, ${against}`,
    ratio: rounded(ours / theirs),
    target: TARGET,
    note: `recall 100 % of ${SAMPLE} places; ${passing} stations pass; ${loadClient} -c${CONNECTIONS}; ${postgis.version}; ours on ${city.engine}`,
  }
}

async function recallOver(city: BigCity, places: readonly Place[]): Promise<number> {
  const fitting = new Map(
    city.stations.filter((it) => fits(it, WANTED_BITS)).map((station) => [station.code, station]),
  )
  let sum = 0
  for (const place of places.slice(0, SAMPLE)) {
    const answer = await fetch(`${city.origin}${nearestPath(place)}`)
    const { rows } = (await answer.json()) as { rows: readonly { code: string }[] }
    const codes = rows.map(({ code }) => code)
    sum += recallOf(codes, place, fitting, LIMIT)
  }
  return sum / SAMPLE
}
