import { closeSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Progress } from './cluster-home.ts'
import { EmbeddedDatabaseFailure } from './failures.ts'
import { guardExit } from './exit-guard.ts'
import { openLog, readLogTail } from './log-file.ts'
import { commandLine, listProcessesIn, worksIn } from './process-identity.ts'
import { programFailed } from './run-program.ts'
import { type Runner, spawnAs } from './runner.ts'

/** A living postmaster as its pid file describes it; it accepts connections only once it `isReady`. */
export type Postmaster = { pid: number; socketFolder: string; isReady: boolean }

/** Recovery after a crash replays at most max_wal_size, which a slow disk does within this. */
const READY_SECONDS_MAX = 120
const FAST_STOP_SECONDS_MAX = 20
const IMMEDIATE_STOP_SECONDS_MAX = 10
const POLL_MS = 10
const PID_NEVER_GIVEN = 2_147_483_646

/** Undefined unless the process named by postmaster.pid runs in this very cluster: the file outlives a crash and a copy. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  // The lines of the file: pid, cluster, start time, port, socket folder, listen address, shared memory, state.
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  if (!(pid > 0) || !(await worksIn(pid, cluster))) return undefined
  return { pid, socketFolder: lines[4] ?? '', isReady: lines[7] === 'ready' }
}

export async function startPostmaster(
  program: { postgres: string; args: string[]; cluster: string; logFile: string; runner: Runner },
  say: Progress,
): Promise<Postmaster> {
  await clearAfterKill(program.cluster)
  const log = await openLog(program.logFile, program.runner)
  const { descriptor } = log
  // Its own session, so that a terminal's Ctrl-C reaches us alone and we stop it in order.
  const child = spawnAs(program.runner, program.postgres, ['-D', program.cluster, ...program.args], {
    cwd: program.cluster,
    detached: true,
    stdio: ['ignore', descriptor, descriptor],
  })
  closeSync(descriptor)
  child.unref()
  let outcome: string | number | undefined
  child.once('error', (error) => (outcome = error.message))
  child.once('exit', (code, signal) => (outcome = code ?? signal ?? 'unknown'))

  // Until the caller has a handle to stop it by, the child follows us when we are interrupted.
  const release = guardExit(
    async () => void child.kill('SIGINT'),
    () => child.kill('SIGINT'),
  )
  const ready = await waitUntilReady(program.cluster, () => outcome !== undefined, say).finally(release)
  if (ready) return ready
  if (outcome === undefined && child.pid !== undefined) process.kill(child.pid, 'SIGQUIT')
  const tail = await readLogTail(program.logFile, log.sizeBefore)
  throw programFailed(program.postgres, outcome ?? `no answer in ${READY_SECONDS_MAX} s`, tail)
}

/**
 * Clears the way after a postmaster that was killed. A child of its that is deep in a query does not notice for minutes,
 * and PostgreSQL rightly refuses to start while it may still write. PostgreSQL also refuses when the pid in the stale
 * file now belongs to another process, or to one that nobody reaped; so that number is replaced by one no system gives
 * out. The file itself stays: it names the shared memory by which PostgreSQL knows such children.
 */
async function clearAfterKill(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return
  for (const pid of await listProcessesIn(cluster)) {
    if (commandLine(pid).startsWith('postgres:')) await endChild(pid, cluster)
  }
  await writeFile(file, text.replace(/^-?\d+/, String(PID_NEVER_GIVEN)))
}

/** It cannot commit without its postmaster's help, and what it had open rolls back in the recovery. */
async function endChild(pid: number, cluster: string): Promise<void> {
  await signalAndWait(pid, 'SIGKILL', IMMEDIATE_STOP_SECONDS_MAX, () => worksIn(pid, cluster))
}

/** Undefined when the postmaster ended or the time is over. */
export async function waitUntilReady(
  cluster: string,
  hasEnded: () => boolean,
  say: Progress,
): Promise<Postmaster | undefined> {
  const started = Date.now()
  let hasSaid = false
  while (!hasEnded() && Date.now() - started < READY_SECONDS_MAX * 1000) {
    const postmaster = await findPostmaster(cluster)
    if (postmaster?.isReady) return postmaster
    if (!hasSaid && Date.now() - started > 3000) {
      hasSaid = true
      say({ zh: '数据库正在从上次中断处恢复…', en: 'The database is recovering from an interruption…' })
    }
    await sleep(POLL_MS)
  }
  return undefined
}

/**
 * Fast shutdown: open transactions roll back, everything committed is checkpointed. One that hangs is stopped at once,
 * which loses nothing either but costs a recovery at the next start. Returns when the process is gone.
 */
export async function stopPostmaster(pid: number, isRunning: () => Promise<boolean>): Promise<void> {
  if (await signalAndWait(pid, 'SIGINT', FAST_STOP_SECONDS_MAX, isRunning)) return
  await stopAtOnce(pid, isRunning)
}

/** Immediate shutdown: nothing more is written, the next start recovers from the log. */
export async function stopAtOnce(pid: number, isRunning: () => Promise<boolean>): Promise<void> {
  if (await signalAndWait(pid, 'SIGQUIT', IMMEDIATE_STOP_SECONDS_MAX, isRunning)) return
  throw new EmbeddedDatabaseFailure('database-does-not-stop', {
    zh: `数据库进程 ${pid} 无法停止，请检查磁盘与系统日志。`,
    en: `The database process ${pid} does not stop; look at the disk and the system's log.`,
  })
}

async function signalAndWait(
  pid: number,
  signal: NodeJS.Signals,
  seconds: number,
  isRunning: () => Promise<boolean>,
): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000
  if (await isRunning()) sendSignal(pid, signal)
  while (await isRunning()) {
    if (Date.now() > deadline) return false
    await sleep(POLL_MS)
  }
  return true
}

/** A process that ended between our look and our signal is what was wanted. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
