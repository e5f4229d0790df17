import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBigCity, type BigCity } from './big-city.ts'
import { FLOOR_POOLS, startFloor, type Floor } from './floor.ts'

/** What measures share, each started when first asked for and stopped when all are done. */
export type Bench = {
  /** For files that live as long as the run. */
  readonly folder: string
  bigCity(): Promise<BigCity>
  /** One floor a pool size; the better one counts. */
  floors(): Promise<readonly Floor[]>
  /** Where the run stands; never among the results. */
  say(text: string): void
  /** Something else to be stopped in the end. */
  onEnd(stop: () => Promise<void>): void
  end(): Promise<void>
}

export function makeBench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'zhenyi-bench-files-'))
  const stops: (() => Promise<void>)[] = []
  const say = (text: string) => void process.stderr.write(`  … ${text}\n`)
  let city: Promise<BigCity> | undefined
  let floors: Promise<readonly Floor[]> | undefined
  const bigCity = () =>
    (city ??= (async () => {
      say('a city of 180,000 stations')
      const started = await startBigCity()
      stops.push(started.stop)
      return started
    })())
  const startFloors = async () => {
    const { owner } = await bigCity()
    const started = await Promise.all(FLOOR_POOLS.map((pool) => startFloor(owner, pool)))
    stops.push(...started.map(({ stop }) => stop))
    return started
  }
  return {
    folder,
    bigCity,
    floors: () => (floors ??= startFloors()),
    say,
    onEnd: (stop) => void stops.push(stop),
    end: async () => {
      for (const stop of stops.toReversed()) await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
