import { mkdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import {
  type ClusterHome,
  makePassableFolder,
  prepareClusterHome,
  type Progress,
  SYSTEM_FOLDER,
} from './cluster-home.ts'
import { connectionTargets, type ConnectionTarget, readServerVersion } from './connection-target.ts'
import { guardExit } from './exit-guard.ts'
import { DataFolderInUse, EmbeddedDatabaseFailure } from './failures.ts'
import { hasCluster, initialiseCluster } from './initialise-cluster.ts'
import { type Claim, listLivingClaims, removeClaim, withTurn, writeClaim } from './locks.ts'
import { findNativePackage, prepareBinaries } from './native-package.ts'
import {
  findPostmaster,
  type Postmaster,
  sendSignal,
  startPostmaster,
  stopPostmaster,
  waitUntilReady,
} from './postmaster.ts'
import { worksIn } from './process-identity.ts'
import { isRoot } from './runner.ts'
import { type Settings, settingsAsArguments } from './settings.ts'
import { freeSocket, prepareSocketFolder, removeSocketFolder } from './socket-folder.ts'

export { DataFolderInUse } from './failures.ts'

export type EmbeddedPostgres = {
  /** For migrations and backup. */
  owner: ConnectionTarget
  /** For the server: a role that owns nothing, so that append-only tables hold against the program itself. */
  server: ConnectionTarget
  version: string
  /** True when a running database was joined instead of started. */
  joined: boolean
  /** A server stops the database; a command stops it unless somebody else still uses it. */
  stop(): Promise<void>
}

export type EmbeddedPostgresOptions = {
  dataFolder: string
  /** `serve`: the one server of this folder, else `DataFolderInUse`. `join-or-start`: a command beside it or alone. */
  mode: 'serve' | 'join-or-start'
  onProgress?: Progress
  /** PostgreSQL parameters that win over the defaults in `settings.ts`, when it is started here. */
  settings?: Settings
}

/** One start: where it happens and how it talks. */
type Start = EmbeddedPostgresOptions & { databaseFolder: string; home: ClusterHome; say: Progress }

/** Starts, takes over or joins the database of a data folder. Throws `EmbeddedDatabaseFailure` with words for the person. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const databaseFolder = await prepareDatabaseFolder(options.dataFolder)
  const turnFolder = join(databaseFolder, 'turn')
  return withTurn(turnFolder, async () => {
    const say: Progress = options.onProgress ?? (() => {})
    const home = await prepareClusterHome(databaseFolder, say)
    const start: Start = { ...options, databaseFolder, home, say }
    const claim = await claimUse(start)
    try {
      const { postmaster, wasRunning } = await findOrStart(start, claim)
      const targets = connectionTargets(postmaster.socketFolder)
      const version = await readServerVersion(targets.owner)
      const joined = wasRunning && options.mode === 'join-or-start'
      return {
        ...targets,
        version,
        joined,
        stop: prepareStop(start, claim, postmaster, { turnFolder, joined }),
      }
    } catch (error) {
      await leave(home, claim)
      throw error
    }
  })
}

/** The real path of `<data folder>/database`, which always holds the turn and either the cluster or the pointer to it. */
async function prepareDatabaseFolder(dataFolder: string): Promise<string> {
  const folder = resolve(dataFolder)
  try {
    if (!(await stat(folder).catch(() => undefined))) {
      await mkdir(dirname(folder), { recursive: true })
      await makePassableFolder(folder)
    }
    const databaseFolder = join(await realpath(folder), 'database')
    await makePassableFolder(databaseFolder)
    return databaseFolder
  } catch (cause) {
    throw notWritable(folder, cause)
  }
}

async function claimUse({ home, mode, dataFolder }: Start): Promise<Claim> {
  const users = await listLivingClaims(home.usersFolder)
  const server = users.find((user) => user.kind === 'serve')
  if (mode === 'serve' && server) throw new DataFolderInUse(resolve(dataFolder), server.pid)
  return writeClaim(home.usersFolder, mode === 'serve' ? 'serve' : 'command')
}

/**
 * A running database that somebody living uses is shared. One that nobody uses is the orphan of a server that was
 * killed: it is stopped in order and started anew, which also ends whatever statements the dead server left behind.
 */
async function findOrStart(
  start: Start,
  claim: Claim,
): Promise<{ postmaster: Postmaster; wasRunning: boolean }> {
  const { home, say } = start
  const running = await findPostmaster(home.cluster)
  if (running) {
    const others = await listLivingClaims(home.usersFolder, claim)
    const ready = others.length > 0 && (await waitUntilReady(home.cluster, () => false, say))
    if (ready) return { postmaster: ready, wasRunning: true }
    say({
      zh: `上次的服务异常退出，留下数据库进程 ${running.pid}，正在接管…`,
      en: `The last server ended abruptly and left database process ${running.pid}; taking over…`,
    })
    await stopRunning(home, running.pid)
  }
  return { postmaster: await startCluster(start), wasRunning: false }
}

async function startCluster(start: Start): Promise<Postmaster> {
  const socketFolder = await prepareSocketFolder(start.databaseFolder, start.home.runner)
  try {
    // Before a cluster is made: see there what a forgotten database could do to it.
    await freeSocket(socketFolder)
    return await startOnSocket(start, socketFolder)
  } catch (error) {
    await removeSocketFolder(socketFolder)
    throw error
  }
}

async function startOnSocket({ home, say, settings }: Start, socketFolder: string): Promise<Postmaster> {
  const { cluster, logFile, runner } = home
  const native = await findNativePackage()
  const binaries = await prepareBinaries(native, runner, isRoot() ? SYSTEM_FOLDER : home.folder)
  if (!(await hasCluster(cluster, binaries.majorVersion))) {
    say({ zh: '首次启动，正在建立数据库…', en: 'First start: creating the database…' })
    await initialiseCluster(cluster, binaries, runner, { durable: true })
  }
  const args = settingsAsArguments(socketFolder, settings)
  return startPostmaster({ postgres: binaries.postgres, args, cluster, logFile, runner }, say)
}

function prepareStop(
  { home, mode }: Start,
  claim: Claim,
  postmaster: Postmaster,
  { turnFolder, joined }: { turnFolder: string; joined: boolean },
): () => Promise<void> {
  let stopping: Promise<void> | undefined
  const stop = () => (stopping ??= withTurn(turnFolder, stopInTurn).finally(release))
  const stopInTurn = () => leave(home, claim)
  const onExit = () => {
    if (!joined) sendSignal(postmaster.pid, mode === 'serve' ? 'SIGINT' : 'SIGTERM')
  }
  const release = guardExit(stop, onExit)
  return stop
}

/** A server takes the database with it; of commands the last one out does, so whoever started may leave before who joined. */
async function leave(home: ClusterHome, claim: Claim): Promise<void> {
  await removeClaim(home.usersFolder, claim)
  const others = await listLivingClaims(home.usersFolder)
  if (claim.kind === 'command' && others.length > 0) return
  // Looked up, not remembered: a database that was killed under us may have been started anew by a command.
  const running = await findPostmaster(home.cluster)
  if (running === undefined) return
  await stopRunning(home, running.pid)
  await removeSocketFolder(running.socketFolder)
}

async function stopRunning(home: ClusterHome, pid: number): Promise<void> {
  await stopPostmaster(pid, () => worksIn(pid, home.cluster))
}

function notWritable(folder: string, cause: unknown): EmbeddedDatabaseFailure {
  const words = {
    zh: `数据目录 ${folder} 无法建立或写入。请检查权限，或用 DATA_DIR 指定别的目录。`,
    en: `The data folder ${folder} cannot be created or written. Check its permissions, or choose another with DATA_DIR.`,
  }
  return new EmbeddedDatabaseFailure('data-folder-not-writable', words, { cause })
}
