import pg from 'pg'
import { DATABASE, OWNER_ROLE, SERVER_ROLE } from './initialise-cluster.ts'
import { SOCKET_PORT } from './socket-folder.ts'

/** `host` is the socket's folder, as libpq and `pg` understand it. There is no password: the folder is closed to others. */
export type ConnectionTarget = { host: string; port: number; database: string; user: string }

export function connectionTargets(socketFolder: string): {
  owner: ConnectionTarget
  server: ConnectionTarget
} {
  const target = (user: string) => ({ host: socketFolder, port: SOCKET_PORT, database: DATABASE, user })
  return { owner: target(OWNER_ROLE), server: target(SERVER_ROLE) }
}

/** Connects once, which proves that the database can be reached, and returns its version, for example `18.4`. */
export async function readServerVersion(target: ConnectionTarget): Promise<string> {
  const client = new pg.Client({ ...target, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return rows[0]?.server_version ?? ''
  } finally {
    await client.end()
  }
}
