import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { makeOwnDatabase } from './own-database.ts'
import { run, start } from './processes.ts'
import { setTimeout as wait } from 'node:timers/promises'

/** A database with PostGIS, and the environment under which pgbench reaches it. */
export type Postgis = {
  readonly connection: pg.ClientConfig
  readonly environment: Readonly<Record<string, string>>
  readonly version: string
  stop(): Promise<void>
}

/** As the recorded runs had it, but for the size of its memory: everything fits in either. */
const SETTINGS = {
  shared_buffers: '512MB',
  effective_cache_size: '4GB',
  work_mem: '64MB',
  random_page_cost: '1.1',
  jit: 'off',
  max_wal_size: '2GB',
}

/** The server of DATABASE_URL where it has PostGIS, else a throwaway cluster of Debian's. Undefined where there is neither. */
export async function startPostgis(): Promise<Postgis | undefined> {
  const url = process.env['DATABASE_URL']
  return (url ? await onServer(url) : undefined) ?? (await throwaway())
}

async function onServer(url: string): Promise<Postgis | undefined> {
  const own = await makeOwnDatabase(url)
  const version = await enable({ connectionString: own.address })
  if (version === undefined) return void (await own.drop())
  const { hostname, port, username, password, pathname } = new URL(own.address)
  const environment = {
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: pathname.slice(1),
  }
  return { connection: { connectionString: own.address }, environment, version, stop: own.drop }
}

async function throwaway(): Promise<Postgis | undefined> {
  const [control] = globSync('/usr/share/postgresql/*/extension/postgis.control').sort().reverse()
  if (control === undefined) return undefined
  const major = control.split('/')[4]!
  const binaries = `/usr/lib/postgresql/${major}/bin`
  const folder = mkdtempSync(join(tmpdir(), 'zhenyi-postgis-'))
  const user = await unprivileged()
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const wanted = { ...user, cwd: folder }
  await run(join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--locale=C.UTF-8'], {
    ...wanted,
    seconds: 60,
  })
  const settings = { ...SETTINGS, listen_addresses: '', unix_socket_directories: folder, port: '5432' }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = start(join(binaries, 'postgres'), ['-D', data, ...options], wanted)
  const connection = { host: folder, port: 5432, user: 'postgres', database: 'postgres' }
  await Promise.race([untilConnects(connection), server.failed])
  const environment = { PGHOST: folder, PGPORT: '5432', PGUSER: 'postgres', PGDATABASE: 'postgres' }
  const version = (await enable(connection)) ?? 'unknown'
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { connection, environment, version, stop }
}

/** PostgreSQL refuses to run as root; Debian's package made a user for it. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (which) => Number(await run('id', [which, 'postgres'], { seconds: 5 }))),
  )
  return { uid: uid!, gid: gid! }
}

async function untilConnects(connection: pg.ClientConfig): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const client = new pg.Client(connection)
    const up = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (up) return
    await wait(50)
  }
  throw new Error('PostgreSQL with PostGIS did not start')
}

async function enable(connection: pg.ClientConfig): Promise<string | undefined> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const known = await client.query(`select 1 from pg_available_extensions where name = 'postgis'`)
    if (known.rowCount === 0) return undefined
    await client.query('create extension if not exists postgis')
    const { rows } = await client.query(
      `select current_setting('server_version') as postgres, extversion as postgis from pg_extension
       where extname = 'postgis'`,
    )
    return `PostGIS ${rows[0].postgis} on PostgreSQL ${String(rows[0].postgres).split(' ')[0]}`
  } finally {
    await client.end()
  }
}

/** Where pgbench lies that is not on PATH. */
export const debianFolders = (): readonly string[] =>
  globSync('/usr/lib/postgresql/*/bin/pgbench')
    .map((file) => dirname(file))
    .sort()
    .reverse()
