import pg from 'pg'
import type { ConnectionTarget } from '../connection-target.ts'

/** One statement on a connection of its own. */
export async function query(target: ConnectionTarget, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(target)
  // A database that is killed under its client is reported by the statement; the event beside it has no other reader.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
