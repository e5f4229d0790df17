import { contextOf, systemCaller, type Application } from './application.ts'
import { sql } from 'kysely'
import { sha256 } from './digest.ts'
import { forgetCommandKeys } from './forget-command-keys.ts'
import type { Job } from './module.ts'

/** A daily job must not wait a day after each start: a server that is restarted every night would never run it. */
const FIRST_AFTER_SECONDS_MAX = 60

/** Starts the modules' periodic jobs; the answer stops them and waits for those under way. */
export function startJobs(app: Application): () => Promise<void> {
  const underWay = new Set<Promise<void>>()
  const timers: NodeJS.Timeout[] = []
  for (const job of jobsOf(app)) {
    const tick = () => {
      const run = runJob(app, job).finally(() => underWay.delete(run))
      underWay.add(run)
    }
    const everyMs = job.everySeconds * 1000
    timers.push(setTimeout(tick, Math.min(everyMs, FIRST_AFTER_SECONDS_MAX * 1000)).unref())
    timers.push(setInterval(tick, everyMs).unref())
  }
  return async () => {
    for (const timer of timers) clearTimeout(timer)
    await Promise.allSettled(underWay)
  }
}

const jobsOf = ({ modules }: Application): Job[] => [
  { name: 'platform.forget-command-keys', everySeconds: 3_600, run: forgetCommandKeys },
  ...modules.flatMap((module) =>
    (module.jobs ?? []).map((job) => ({ ...job, name: `${module.name}.${job.name}` })),
  ),
]

/**
 * Runs a job now, unless another process (or an earlier tick) is still at it: an advisory lock tells. The job works on
 * the connection that holds the lock, so that jobs which start together never wait for each other's second one.
 */
export async function runJob(app: Application, job: Job): Promise<void> {
  const lock = Number.parseInt(sha256(`job:${job.name}`).slice(0, 12), 16)
  try {
    await app.database.db.connection().execute(async (db) => {
      const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${lock}) as mine`.execute(db)
      if (rows[0]?.mine !== true) return
      try {
        await job.run({ ...contextOf(app, systemCaller(job.name), job.name), db }, app.database.db)
      } finally {
        await sql`select pg_advisory_unlock(${lock})`.execute(db)
      }
    })
  } catch (error) {
    app.log.error({ err: error, job: job.name }, 'a job failed; it runs again at its next turn')
  }
}
