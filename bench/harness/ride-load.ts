import { fileURLToPath } from 'node:url'
import { findProgram } from './find-program.ts'
import { run } from './processes.ts'
import { TAKEN_AT, type RideCity } from './ride-city.ts'

const wrk = findProgram('wrk')
const script = fileURLToPath(new URL('./rides.lua', import.meta.url))

/** Without wrk there is no number: a client in Node would cost as much as what it measures. */
export const hasRideClient = wrk !== undefined

export type RideLoad = {
  readonly origin: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly connections: number
  readonly seconds: number
  readonly batch: number
}

/** Rides that were not handed in yet by any contestant: each run goes on where the last one ended. */
export function makeRideLoad(city: RideCity) {
  let next = 0
  return async ({ origin, path, headers, connections, seconds, batch }: RideLoad): Promise<number> => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    const args = [city.vouchersFile, String(next), String(batch), path, TAKEN_AT, ...lines]
    const said = await run(
      wrk!,
      ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, origin, ...args],
      {
        seconds: seconds + 20,
      },
    )
    const line = said.split('\n').find((it) => it.startsWith('{'))
    if (line === undefined) throw new Error(`wrk said nothing of use:\n${said}`)
    const seen = JSON.parse(line) as { rate: number; failed: number; answered: number }
    if (seen.failed > 0) throw new Error(`${seen.failed} rides failed:\n${said}`)
    // Requests that were sent and not answered any more used rides too.
    next += (seen.answered + connections * 2) * batch
    return seen.rate * batch
  }
}
