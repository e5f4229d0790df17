import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { contextOf, systemCaller, type Application } from './application.ts'
import type { Context } from './context.ts'
import { listen } from './database/listen.ts'
import { sha256 } from './digest.ts'
import { forgetCommandKeys } from './forget-command-keys.ts'
import type { Job } from './module.ts'

/** A daily job must not wait a day after each start: a server that is restarted every night would never run it. */
const FIRST_AFTER_SECONDS_MAX = 60

/** How long a job that was told to end may take; one that goes on is cut off, as by a fall of the server, and begins again. */
const STOP_GRACE_MS = 10_000

/** Any server process may be the one that runs a job, so all of them hear that there is work. */
const WAKE_CHANNEL = 'zhenyi_jobs'

/**
 * Runs a job (`membership.run-imports`) as soon as the caller's transaction is committed, instead of at its next turn.
 * A word that is lost costs that wait, nothing else.
 */
export async function wakeJob(ctx: Pick<Context, 'db'>, name: string): Promise<void> {
  await sql`select pg_notify(${WAKE_CHANNEL}, ${name})`.execute(ctx.db)
}

/** Starts the modules' periodic jobs; the answer stops them, tells those under way to end, and waits for them, not for ever. */
export function startJobs(app: Application, graceMs = STOP_GRACE_MS): () => Promise<void> {
  const stopping = new AbortController()
  const timers: NodeJS.Timeout[] = []
  const turns = new Map(jobsOf(app).map((job) => [job.name, makeTurn(app, job, stopping.signal)]))
  for (const { job, take } of turns.values()) {
    const everyMs = job.everySeconds * 1000
    timers.push(setTimeout(take, Math.min(everyMs, FIRST_AFTER_SECONDS_MAX * 1000)).unref())
    timers.push(setInterval(take, everyMs).unref())
  }
  const onReconnect = () => undefined
  listen(app.database.db, WAKE_CHANNEL, {
    onNotice: (name) => turns.get(name)?.take(),
    onReconnect,
  }).catch((error: unknown) => app.log.warn({ err: error }, 'jobs are not woken; they run by the clock'))
  return async () => {
    stopping.abort()
    for (const timer of timers) clearTimeout(timer)
    const late = await Promise.all(
      [...turns.values()].map(async ({ job, ended }) =>
        (await endsWithin(ended(), graceMs)) ? [] : [job.name],
      ),
    )
    if (late.flat().length > 0) app.log.warn({ jobs: late.flat() }, 'jobs under way are cut off by the stop')
  }
}

/** Whether it ended in time, well or not. */
async function endsWithin(work: Promise<void>, milliseconds: number): Promise<boolean> {
  const timer = new AbortController()
  const late = sleep(milliseconds, false, { signal: timer.signal }).catch(() => false)
  const inTime = work.then(
    () => true,
    () => true,
  )
  return Promise.race([inTime, late]).finally(() => timer.abort())
}

/** One run at a time in this process; what is asked meanwhile is one more run afterwards. */
function makeTurn(app: Application, job: Job, signal: AbortSignal) {
  let running: Promise<void> | undefined
  let isAsked = false
  const take = () => {
    if (signal.aborted) return
    if (running !== undefined) return void (isAsked = true)
    running = runJob(app, job, signal).finally(() => {
      running = undefined
      if (!isAsked) return
      isAsked = false
      take()
    })
  }
  return { job, take, ended: async () => running }
}

/** The platform's and every module's, by `<module>.<job>`. */
export const jobsOf = ({ modules }: Application): Job[] => [
  { name: 'platform.forget-command-keys', everySeconds: 3_600, run: forgetCommandKeys },
  ...modules.flatMap((module) =>
    (module.jobs ?? []).map((job) => ({ ...job, name: `${module.name}.${job.name}` })),
  ),
]

const NEVER = new AbortController().signal

/**
 * Runs a job now, unless another process (or an earlier tick) is still at it: an advisory lock tells. The job works on
 * the connection that holds the lock, so that jobs which start together never wait for each other's second one.
 */
export async function runJob(app: Application, job: Job, signal: AbortSignal = NEVER): Promise<void> {
  const lock = Number.parseInt(sha256(`job:${job.name}`).slice(0, 12), 16)
  try {
    await app.database.db.connection().execute(async (db) => {
      const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${lock}) as mine`.execute(db)
      if (rows[0]?.mine !== true) return
      try {
        await job.run(
          { ...contextOf(app, systemCaller(job.name), job.name), db },
          { pool: app.database.db, signal },
        )
      } finally {
        await sql`select pg_advisory_unlock(${lock})`.execute(db)
      }
    })
  } catch (error) {
    app.log.error({ err: error, job: job.name }, 'a job failed; it runs again at its next turn')
  }
}
