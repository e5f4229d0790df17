import { chmod, chown, lstat, mkdir, readFile, realpath, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shortHash } from './cluster-home.ts'
import { EmbeddedDatabaseFailure } from './failures.ts'
import { stopAtOnce } from './postmaster.ts'
import { commandLine } from './process-identity.ts'
import { findBarrier, mayUse, type Runner } from './runner.ts'

/** Names the socket file only (`.s.PGSQL.5432`); no TCP port is opened. */
export const SOCKET_PORT = 5432

/** sun_path ends at 107 bytes on Linux and at 103 on macOS. */
const SOCKET_PATH_BYTES_MAX = 103

/**
 * A folder that only the runner (and root) can enter. Every local user may write in the temporary folder, so one that
 * is already there must be a real folder of the runner's own: otherwise somebody else could pose as our database.
 */
export async function prepareSocketFolder(databaseFolder: string, runner: Runner): Promise<string> {
  const folder = join(
    await chooseTemporaryFolder(runner),
    `zhenyi-${runner.uid}-${shortHash(databaseFolder)}`,
  )
  const isNew = await mkdir(folder, { mode: 0o700 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      return false
    },
  )
  if (isNew && runner.switches) await chown(folder, runner.uid, runner.gid)
  const found = await lstat(folder)
  if (!found.isDirectory() || found.uid !== runner.uid) throw notOurs(folder, found.uid, runner)
  await chmod(folder, 0o700)
  return folder
}

/** Only an empty folder goes; a database that is still running keeps its own. */
export async function removeSocketFolder(folder: string): Promise<void> {
  await rmdir(folder).catch(() => {})
}

/**
 * Frees the socket of whoever still holds it. The caller knows that nobody runs on its own cluster, so a holder lost its
 * data folder while it ran (deleted or replaced). It is stopped at once: an orderly stop would write its control file,
 * by its old absolute path, into the cluster that lies there now.
 */
export async function freeSocket(folder: string): Promise<void> {
  const lockFile = join(folder, `.s.PGSQL.${SOCKET_PORT}.lock`)
  const text = await readFile(lockFile, 'utf8').catch(() => '')
  const holder = Math.abs(Number.parseInt(text, 10))
  const isRunning = async () => commandLine(holder).includes('postgres')
  if (holder > 0) await stopAtOnce(holder, isRunning)
  await rm(lockFile, { force: true })
}

/** The system's temporary folder, or /tmp where that one is too long for a socket or closed to the runner. */
export async function chooseTemporaryFolder(runner: Runner): Promise<string> {
  for (const candidate of [tmpdir(), '/tmp']) {
    const folder = await realpath(candidate).catch(() => undefined)
    if (folder === undefined || !fits(folder)) continue
    if (!runner.switches) return folder
    const isOpen = (await mayUse(folder, runner, 0o1)) && (await findBarrier(folder, runner)) === undefined
    if (isOpen) return folder
  }
  throw new EmbeddedDatabaseFailure('database-no-temporary-folder', {
    zh: `临时目录 ${tmpdir()} 与 /tmp 均不可用于数据库套接字。请把 TMPDIR 设为较短且可进入的目录。`,
    en: `Neither the temporary folder ${tmpdir()} nor /tmp can hold the database's socket. Set TMPDIR to a short folder that is open.`,
  })
}

function fits(temporaryFolder: string): boolean {
  const longest = join(temporaryFolder, 'zhenyi-4294967295-0123456789ab', `.s.PGSQL.${SOCKET_PORT}`)
  return Buffer.byteLength(longest) <= SOCKET_PATH_BYTES_MAX
}

function notOurs(folder: string, uid: number, runner: Runner): EmbeddedDatabaseFailure {
  return new EmbeddedDatabaseFailure('database-socket-folder-taken', {
    zh: `套接字目录 ${folder} 已存在，但不是用户 ${runner.uid} 自己的目录（属于用户 ${uid}），出于安全不予使用。请查明来源并删除它。`,
    en: `The socket folder ${folder} exists but is not a folder of user ${runner.uid} (it belongs to user ${uid}), so it is not safe to use. Find out who made it and remove it.`,
  })
}
