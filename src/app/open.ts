import { setTimeout as sleep } from 'node:timers/promises'
import { makeApplication, type Application } from '#platform/application.ts'
import type { Config } from '#platform/config.ts'
import { migrate, type MigrationState } from '#platform/database/migrate.ts'
import { findInstallation, type Installation } from '#platform/installation.ts'
import { Failure } from '#platform/failures.ts'
import type { Log } from '#platform/log.ts'
import type { Text } from '#platform/text.ts'
import { openDatabase, type DatabaseAccess } from './database.ts'
import { prepareToFill } from './fill-apart.ts'

const CLOSE_GRACE_MS = 5_000

export type Opened = {
  readonly app: Application
  readonly access: DatabaseAccess
  readonly migrations: MigrationState
  readonly installation: Installation
  close(): Promise<void>
}

export type OpenOptions = {
  readonly config: Config
  readonly log: Log
  readonly mode: 'serve' | 'join-or-start'
  readonly onProgress: (message: Text) => void
  readonly clock?: () => Date
}

/** Database up, migrated, stamped and (when new) filled; the application ready to execute. */
export async function openApplication(options: OpenOptions): Promise<Opened> {
  const { config, log, mode, onProgress } = options
  const clock = options.clock ?? (() => new Date())
  const loading = loadModules()
  const access = await openDatabase(config, mode, onProgress)
  try {
    const { modules, ports } = await loading
    const filler = await prepareToFill(access.owner)
    const migrations = await migrate(access.owner, modules).catch((error: unknown) => {
      filler?.dismiss()
      throw error
    })
    await filler?.fill(clock(), onProgress)
    const database = access.openPool(log)
    const app = makeApplication({ config, log, clock, database, modules, ports })
    const installation = await findInstallation(database.db)
    if (installation === undefined) throw new Error('the database bears no stamp after it was filled')
    requireFitting(config, installation)
    const close = async () => {
      // A connection that a job did not give back would be waited for without end; what it had not committed is undone.
      await Promise.race([database.close(), sleep(CLOSE_GRACE_MS, undefined, { ref: false })])
      await access.stop()
    }
    return { app, access, migrations, installation, close }
  } catch (error) {
    await access.stop()
    throw error
  }
}

/** Begun before the database is there, which another process makes meanwhile. What it throws is told where it is awaited. */
function loadModules() {
  const loading = Promise.all([import('./modules.ts'), import('./ports.ts')])
  loading.catch(() => undefined)
  return loading.then(([{ modules }, { ports }]) => ({ modules, ports }))
}

function requireFitting(config: Config, installation: Installation): void {
  if (config.production && installation.kind === 'demo') {
    throw new Failure(500, 'demo-in-production', {
      zh: '这个数据库在创建时被标记为演示城市，不能用于生产（NODE_ENV=production）。请换一个空的数据库。',
      en: 'This database was stamped as a demo city when it was made; production refuses it. Use an empty one.',
    })
  }
  if (config.cityData === 'demo' && installation.kind !== 'demo') {
    throw new Failure(500, 'real-database', {
      zh: '这个数据库没有演示标记，CITY_DATA=demo 不能用在真实数据上。',
      en: 'This database is not stamped as a demo; CITY_DATA=demo is refused on real data.',
    })
  }
}
