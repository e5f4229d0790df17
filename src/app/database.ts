import pg from 'pg'
import type { Config } from '#platform/config.ts'
import { connect, type Database } from '#platform/database/connect.ts'
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.ts'
import { SERVER_ROLE } from '#platform/database/migrate.ts'
import type { Log } from '#platform/log.ts'
import type { Text } from '#platform/text.ts'

/** The two connections: the owner's, for migrations, demo and backup, and the server's, which may not rewrite history. */
export type DatabaseAccess = {
  readonly engine: 'embedded' | 'server'
  readonly version: string
  readonly owner: pg.ClientConfig
  /** Opens the server's pool; the caller closes it. */
  openPool(log: Log): Database
  stop(): Promise<void>
}

/** The embedded database, or the server that DATABASE_URL names. `serve` refuses a folder that is being served. */
export async function openDatabase(
  config: Config,
  mode: 'serve' | 'join-or-start',
  onProgress: (message: Text) => void,
): Promise<DatabaseAccess> {
  const access =
    config.databaseUrl === undefined ? await embedded(config, mode, onProgress) : await server(config)
  return {
    ...access,
    openPool: (log) =>
      connect({
        // The driver hangs the whole connection on its errors; its words are enough, and nothing of a query goes along.
        onError: ({ message }) => log.warn({ reason: message }, 'a database connection broke'),
        connection: access.pool,
        poolSize: config.poolSize,
        prepare: config.prepareStatements,
        role: SERVER_ROLE,
      }),
  }
}

type Access = Omit<DatabaseAccess, 'openPool'> & { readonly pool: pg.PoolConfig }

async function embedded(
  config: Config,
  mode: 'serve' | 'join-or-start',
  onProgress: (message: Text) => void,
): Promise<Access> {
  const postgres = await startEmbeddedPostgres({ dataFolder: config.dataFolder, mode, onProgress })
  return {
    engine: 'embedded',
    version: postgres.version,
    owner: postgres.owner,
    pool: postgres.server,
    stop: () => postgres.stop(),
  }
}

async function server(config: Config): Promise<Access> {
  const owner = { connectionString: config.databaseOwnerUrl ?? config.databaseUrl }
  const client = new pg.Client({ connectionString: config.databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  )
  await client.end()
  return {
    engine: 'server',
    version: rows[0]?.version ?? 'unknown',
    owner: owner as pg.ClientConfig,
    pool: { connectionString: config.databaseUrl } as pg.PoolConfig,
    stop: async () => {},
  }
}
