import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { EmbeddedDatabaseFailure } from './failures.ts'
import type { Binaries } from './native-package.ts'
import { prepareRun } from './known-user.ts'
import type { Runner } from './runner.ts'

export const DATABASE = 'zhenyi'
export const OWNER_ROLE = 'zhenyi_owner'
export const SERVER_ROLE = 'zhenyi_app'

const UNFINISHED = 'cluster.initialising-'

const FIRST_STATEMENTS = `create role ${SERVER_ROLE} login nosuperuser nocreatedb nocreaterole;
create database ${DATABASE} owner ${OWNER_ROLE};
`

/** True when the cluster is there and was made by this major version; refuses one of another version. */
export async function hasCluster(cluster: string, majorVersion: string): Promise<boolean> {
  if (!(await stat(cluster).catch(() => undefined))) return false
  const found = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '?')).trim()
  if (found !== majorVersion) throw wrongVersion(cluster, found, majorVersion)
  return true
}

/**
 * Makes the cluster with its database and roles beside its final name and renames it when everything is on disk.
 * A start that was killed midway leaves only a folder that the next start throws away.
 */
export async function initialiseCluster(
  cluster: string,
  binaries: Binaries,
  runner: Runner,
  options: { durable: boolean },
): Promise<void> {
  const parent = dirname(cluster)
  await removeUnfinished(parent)
  const unfinished = join(parent, `${UNFINISHED}${randomBytes(4).toString('hex')}`)
  await mkdir(unfinished, { mode: 0o700 })
  if (runner.switches) await chown(unfinished, runner.uid, runner.gid)
  const run = await prepareRun(runner, unfinished)

  await run(binaries.initdb, [
    '-D',
    unfinished,
    '--no-sync',
    '--auth=trust',
    '--username',
    OWNER_ROLE,
    ...localeArguments(),
  ])
  // Single-user mode needs no psql and no socket. Its -F spares a sync a statement; the one below covers them all.
  const single = ['--single', '-F', '-D', unfinished, '-c', 'exit_on_error=on', 'postgres']
  await run(binaries.postgres, single, FIRST_STATEMENTS)
  if (options.durable) await run(binaries.initdb, ['--sync-only', '-D', unfinished])
  await rename(unfinished, cluster)
  if (options.durable) await syncFolder(parent)
}

/** The collation is PostgreSQL's own, the same on every system; LC_CTYPE must know UTF-8 or pg_trgm overlooks Chinese. */
function localeArguments(): string[] {
  const builtin = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  if (process.platform === 'darwin') return [...builtin, '--locale=C', '--lc-ctype=en_US.UTF-8']
  return [...builtin, '--locale=C.UTF-8']
}

/** An initdb that outlived its starter may still be writing there; what cannot go now goes next time. */
async function removeUnfinished(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (name.startsWith(UNFINISHED))
      await rm(join(parent, name), { recursive: true, force: true }).catch(() => {})
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

function wrongVersion(cluster: string, found: string, wanted: string): EmbeddedDatabaseFailure {
  return new EmbeddedDatabaseFailure('database-wrong-version', {
    zh: `数据库 ${cluster} 的版本是 PostgreSQL ${found}，当前程序是 ${wanted}。请用原来的版本备份，再用新版本恢复到空目录。`,
    en: `The database ${cluster} was made by PostgreSQL ${found}; this program brings ${wanted}. Back it up with the release that made it and restore into an empty folder.`,
  })
}
