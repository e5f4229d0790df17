import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Db } from '../context.ts'

/** Travels as a statement's one parameter, so that a COPY stays on the connection and in the transaction of its `db`. */
export class CopySource {
  readonly bytes: Readable

  constructor(bytes: Readable) {
    this.bytes = bytes
  }
}

/**
 * Runs `copy … from stdin` with these bytes, in the transaction of `db`. Throws what the database refuses, and what
 * the stream failed with; then nothing of it is kept.
 */
export async function copyIn(db: Db, statement: string, bytes: Readable): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(statement, [new CopySource(bytes)]))
}

/** The client's side of it; answers as a query does. */
export async function sendCopy(client: pg.ClientBase, statement: string, { bytes }: CopySource) {
  const copy = client.query(copyFrom(statement))
  await pipeline(bytes, copy)
  return { command: 'COPY', rowCount: copy.rowCount, rows: [] }
}
