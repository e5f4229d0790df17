import { contextOf, systemCaller, type Application } from './application.ts'
import { sha256 } from './digest.ts'
import type { Job } from './module.ts'

/** Starts the modules' periodic jobs; the answer stops them and waits for those under way. */
export function startJobs(app: Application): () => Promise<void> {
  const underWay = new Set<Promise<void>>()
  const timers = app.modules
    .flatMap((module) => (module.jobs ?? []).map((job) => ({ ...job, name: `${module.name}.${job.name}` })))
    .map((job) =>
      setInterval(() => {
        const run = runJob(app, job).finally(() => underWay.delete(run))
        underWay.add(run)
      }, job.everySeconds * 1000).unref(),
    )
  return async () => {
    for (const timer of timers) clearInterval(timer)
    await Promise.allSettled(underWay)
  }
}

/** Runs a job now, unless another process (or an earlier tick) is still at it: an advisory lock tells. */
export async function runJob(app: Application, job: Job): Promise<void> {
  const lock = Number.parseInt(sha256(`job:${job.name}`).slice(0, 12), 16)
  const client = await app.database.pool.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lock])
    if (rows[0]?.mine !== true) return
    try {
      await job.run(contextOf(app, systemCaller(job.name), job.name))
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock])
    }
  } catch (error) {
    app.log.error({ err: error, job: job.name }, 'a job failed; it runs again at its next turn')
  } finally {
    client.release()
  }
}
