import type pg from 'pg'
import type { Application } from '#platform/application.ts'
import { jobsOf, runJob } from '#platform/jobs.ts'
import { generateStations, type GeneratedStation } from './generated-stations.ts'
import { startOwnCity, stopAll } from './own-city.ts'
import { plantCity } from './plant-city.ts'

/** A running server with 180,000 stations, in a process of its own, on a database of its own. */
export type BigCity = {
  readonly origin: string
  readonly stations: readonly GeneratedStation[]
  /** The database's own connection, for the floor. */
  readonly owner: pg.ClientConfig
  readonly engine: string
  /** Of the server alone. */
  readonly pid: number
  /** Headers of a city officer who is signed in. */
  readonly officer: Readonly<Record<string, string>>
  stop(): Promise<void>
}

export async function startBigCity(): Promise<BigCity> {
  const stops: (() => Promise<unknown>)[] = []
  const stop = () => stopAll(stops)
  try {
    const { origin, owner, engine, officer, pid, app } = await startOwnCity(stops)
    const stations = generateStations()
    await plantCity(owner, stations)
    await runDueJobs(app)
    return { origin, stations, owner, engine, officer, pid, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What a day would have done by now, such as 180,000 first certificates: else the server's clock does it amid a measure. */
async function runDueJobs(app: Application): Promise<void> {
  for (const job of jobsOf(app)) await runJob(app, job)
}
