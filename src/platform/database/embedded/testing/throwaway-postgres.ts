import { chmod, chown, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SYSTEM_FOLDER } from '../cluster-home.ts'
import { type ConnectionTarget, connectionTargets } from '../connection-target.ts'
import { guardExit } from '../exit-guard.ts'
import { initialiseCluster } from '../initialise-cluster.ts'
import { listLivingClaims, writeClaim } from '../locks.ts'
import { findNativePackage, prepareBinaries } from '../native-package.ts'
import { findPostmaster, sendSignal, startPostmaster, stopPostmaster } from '../postmaster.ts'
import { worksIn } from '../process-identity.ts'
import { chooseRunner, isRoot, type Runner } from '../runner.ts'
import { type Settings, settingsAsArguments } from '../settings.ts'
import { chooseTemporaryFolder } from '../socket-folder.ts'

export type ThrowawayPostgres = { owner: ConnectionTarget; server: ConnectionTarget; stop(): Promise<void> }

const PREFIX = 'zhenyi-throwaway-'

/** A folder this young may not hold its claim yet. */
const BEING_MADE_SECONDS_MAX = 60

/** Nothing here outlives its test run, so nothing waits for the disk; many test files may connect at once. */
const THROWAWAY: Settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
}

/** A database for tests: everything in one temporary folder, gone at `stop`. */
export async function startThrowawayPostgres(
  options: { settings?: Settings } = {},
): Promise<ThrowawayPostgres> {
  const runner = chooseRunner()
  const temporaryFolder = await chooseTemporaryFolder(runner)
  await sweepAbandoned(temporaryFolder)
  const folder = await makeFolder(temporaryFolder, runner)
  const cluster = join(folder, 'cluster')
  const program = await prepareBinaries(await findNativePackage(), runner, isRoot() ? SYSTEM_FOLDER : folder)
  await initialiseCluster(cluster, program, runner, { durable: false })
  const args = settingsAsArguments(folder, { ...THROWAWAY, ...options.settings })
  const logFile = join(folder, 'postgres.log')
  const { pid } = await startPostmaster(
    { postgres: program.postgres, args, cluster, logFile, runner },
    () => {},
  )

  const stop = async () => {
    release()
    await stopPostmaster(pid, () => worksIn(pid, cluster))
    await rm(folder, { recursive: true, force: true })
  }
  const release = guardExit(stop, () => sendSignal(pid, 'SIGQUIT'))
  return { ...connectionTargets(folder), stop }
}

async function makeFolder(temporaryFolder: string, runner: Runner): Promise<string> {
  const folder = await mkdtemp(join(temporaryFolder, PREFIX))
  await writeClaim(join(folder, 'users'), 'command')
  await chmod(folder, 0o700)
  if (runner.switches) await chown(folder, runner.uid, runner.gid)
  return folder
}

/** A test run that was killed leaves its database running; the next run clears it away. */
async function sweepAbandoned(temporaryFolder: string): Promise<void> {
  for (const name of await readdir(temporaryFolder)) {
    if (!name.startsWith(PREFIX)) continue
    const folder = join(temporaryFolder, name)
    await sweepIfAbandoned(folder).catch(() => {
      // It belongs to another user, or is being made or swept by another run this very moment.
    })
  }
}

async function sweepIfAbandoned(folder: string): Promise<void> {
  const entries = await readdir(folder)
  if (Date.now() - (await stat(folder)).mtimeMs < BEING_MADE_SECONDS_MAX * 1000) return
  if (!entries.includes('users') || (await listLivingClaims(join(folder, 'users'))).length > 0) return
  const cluster = join(folder, 'cluster')
  const left = await findPostmaster(cluster)
  if (left) await stopPostmaster(left.pid, () => worksIn(left.pid, cluster))
  await rm(folder, { recursive: true, force: true })
}
