import { createHash } from 'node:crypto'
import { chmod, chown, lchown, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedDatabaseFailure } from './failures.ts'
import { chooseRunner, findBarrier, isRoot, type Runner } from './runner.ts'

export type Progress = (message: { zh: string; en: string }) => void

/** Where one database lives: its cluster, its log and the claims of the processes that use it. */
export type ClusterHome = {
  folder: string
  cluster: string
  logFile: string
  usersFolder: string
  runner: Runner
}

/** Reachable for every uid on any Linux, and kept over a restart of the machine. */
export const SYSTEM_FOLDER = '/var/lib/zhenyi'
const POINTER_FILE = 'moved-to.json'

/** Finds the home of the database of a data folder, or decides where it will be. `databaseFolder` is a real path. */
export async function prepareClusterHome(databaseFolder: string, say: Progress): Promise<ClusterHome> {
  const folder = await chooseFolder(databaseFolder, say)
  if (folder !== databaseFolder) sayMoved(databaseFolder, folder, say)
  const cluster = join(folder, 'cluster')
  const owner = await stat(cluster).catch(() => undefined)
  const runner = chooseRunner(owner)
  if (owner) await checkOwner(cluster, owner.uid, runner)
  return {
    folder,
    cluster,
    logFile: join(folder, 'postgres.log'),
    usersFolder: join(folder, 'users'),
    runner,
  }
}

/** Twelve hexadecimal digits, enough to tell the data folders of one machine apart and short enough for a socket's path. */
export function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}

/** Makes a folder through which the runner can pass, whatever our umask, but in which only we write. */
export async function makePassableFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, isRoot() ? 0o711 : 0o700)
}

async function chooseFolder(databaseFolder: string, say: Progress): Promise<string> {
  const pointed = await readPointer(databaseFolder)
  if (pointed !== undefined) return pointed
  const exists = await stat(join(databaseFolder, 'cluster')).catch(() => undefined)
  if (exists) return databaseFolder
  const barrier = await findBarrier(join(databaseFolder, 'cluster'), chooseRunner())
  return barrier === undefined ? databaseFolder : await moveOut(databaseFolder, say)
}

async function readPointer(databaseFolder: string): Promise<string | undefined> {
  const pointer = join(databaseFolder, POINTER_FILE)
  const text = await readFile(pointer, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const { folder } = JSON.parse(text) as { folder: string }
  const isOurs = folder.startsWith(`${SYSTEM_FOLDER}/`) && (await stat(folder).catch(() => undefined))
  if (!isOurs || !isRoot()) throw pointerUnusable(pointer, folder)
  return folder
}

/** The pointer is written last: whoever finds one finds its folder too. */
async function moveOut(databaseFolder: string, say: Progress): Promise<string> {
  const folder = join(SYSTEM_FOLDER, shortHash(databaseFolder))
  await makePassableFolder(SYSTEM_FOLDER)
  // Without a pointer a cluster there belongs to a data folder that somebody deleted. It is kept, but not taken up again.
  if (await stat(join(folder, 'cluster')).catch(() => undefined)) await setAside(folder, say)
  await makePassableFolder(folder)
  await writeFile(join(databaseFolder, POINTER_FILE), `${JSON.stringify({ folder }, null, 2)}\n`, {
    mode: 0o644,
  })
  return folder
}

async function setAside(folder: string, say: Progress): Promise<void> {
  const aside = `${folder}-left-${Date.now()}`
  await rename(folder, aside)
  say({
    zh: `原数据目录已被删除，它的数据库保留在 ${aside}，不再使用。不需要时可删除。`,
    en: `The former data folder was deleted; its database is kept, unused, as ${aside} until you delete it.`,
  })
}

async function checkOwner(cluster: string, ownerUid: number, runner: Runner): Promise<void> {
  // A copy made by root, or a chown of the whole tree, leaves root as owner, for whom PostgreSQL would not run.
  if (runner.switches && ownerUid === 0) await chownTree(cluster, runner)
  if (!runner.switches && ownerUid !== runner.uid) throw otherOwner(cluster, ownerUid)
  const barrier = await findBarrier(cluster, runner)
  if (barrier !== undefined) throw shutOut(cluster, barrier, runner)
}

async function chownTree(folder: string, runner: Runner): Promise<void> {
  await chown(folder, runner.uid, runner.gid)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await lchown(join(entry.parentPath, entry.name), runner.uid, runner.gid)
  }
}

function sayMoved(databaseFolder: string, folder: string, say: Progress): void {
  say({
    zh: `数据目录 ${databaseFolder} 对非特权用户不可达，数据库放在 ${folder}。备份数据目录时请一并考虑。`,
    en: `The data folder ${databaseFolder} is closed to unprivileged users, so the database lies in ${folder}. Remember it when you copy the data folder.`,
  })
}

function pointerUnusable(pointer: string, folder: string): EmbeddedDatabaseFailure {
  return new EmbeddedDatabaseFailure('database-moved-away', {
    zh: `${pointer} 指明数据库在 ${folder}，但它不存在或当前用户无权使用（需要 root）。恢复该目录后再启动；若要从空数据库开始，请删除该指针文件。`,
    en: `${pointer} says that the database lies in ${folder}, which is missing or not yours to use (it takes root). Restore that folder; to begin with an empty database, delete the pointer file.`,
  })
}

function otherOwner(cluster: string, uid: number): EmbeddedDatabaseFailure {
  return new EmbeddedDatabaseFailure('database-other-owner', {
    zh: `数据库 ${cluster} 属于用户 ${uid}。请以该用户或 root 运行。`,
    en: `The database ${cluster} belongs to user ${uid}. Run as that user or as root.`,
  })
}

function shutOut(cluster: string, barrier: string, runner: Runner): EmbeddedDatabaseFailure {
  return new EmbeddedDatabaseFailure('database-shut-out', {
    zh: `数据库 ${cluster} 须以用户 ${runner.uid} 运行，但目录 ${barrier} 不允许该用户进入。请运行 chmod o+x ${barrier}。`,
    en: `The database ${cluster} runs as user ${runner.uid}, whom the folder ${barrier} does not let in. Run chmod o+x ${barrier}.`,
  })
}
