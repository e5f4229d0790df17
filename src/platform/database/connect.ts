import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db } from '../context.ts'
import { CopySource, sendCopy } from './copy-in.ts'
import { endListeners, rememberConnection } from './listen.ts'

// bigint comes from `pg` as a string; our counts and fen are safe integers, and one that is not must be loud.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} exceeds a safe integer`)
  return value
})
// A calendar day is a word, not an instant: no time zone may move it.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export type Database = {
  readonly db: Db
  readonly pool: pg.Pool
  close(): Promise<void>
}

export type ConnectOptions = {
  readonly connection: pg.PoolConfig
  readonly poolSize: number
  /** Named prepared statements: off behind a pooler in transaction mode. */
  readonly prepare: boolean
  /** The role to act as; the login must be a member of it. */
  readonly role?: string
  readonly onError?: (error: Error) => void
}

/** Opens a pool of connections; each speaks UTC and acts as `role`. */
export function connect(options: ConnectOptions): Database {
  const startup = ['-c timezone=UTC', ...(options.role === undefined ? [] : [`-c role=${options.role}`])]
  const connection = {
    ...options.connection,
    options: [options.connection.options, ...startup].filter(Boolean).join(' '),
  }
  const pool = new pg.Pool({
    ...connection,
    max: options.poolSize,
    Client: options.prepare ? PreparingClient : CopyingClient,
  } as pg.PoolConfig)
  const tell = (error: Error) => options.onError?.(error)
  pool.on('error', tell)
  // A connection that dies while it is lent out tells its own listeners; without one, the process would end.
  pool.on('connect', (client) => client.on('error', tell))
  const db = new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool }) })
  rememberConnection(db, connection)
  return { db, pool, close: () => endListeners(db).then(() => db.destroy()) }
}

/**
 * `pg` reads moments and lists by patterns and letter by letter; of a list of twenty rows that is a third of reading
 * it. Ours read the plain ones at once and leave the others (infinity, quotes, null) to it.
 */
function setFastParsers(): void {
  const { TIMESTAMPTZ } = pg.types.builtins
  const anyMoment = pg.types.getTypeParser(TIMESTAMPTZ)
  const plainMoment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/
  pg.types.setTypeParser(TIMESTAMPTZ, (text) =>
    plainMoment.test(text) ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : anyMoment(text),
  )
  const anyList = pg.types.getTypeParser(TEXT_LIST)
  pg.types.setTypeParser(TEXT_LIST, (text) => {
    if (text === '{}') return []
    return /["\\{}]|\bNULL\b/i.test(text.slice(1, -1)) ? anyList(text) : text.slice(1, -1).split(',')
  })
}

/** The oid of `text[]`, which `pg` does not name. */
const TEXT_LIST = 1009 as number

setFastParsers()

const NAMED_STATEMENTS_MAX = 400
const statementNames = new Map<string, string>()

/** The first statements seen get a name, so that the server plans them once a connection. */
function nameOf(text: string): string | undefined {
  const known = statementNames.get(text)
  if (known !== undefined || statementNames.size >= NAMED_STATEMENTS_MAX) return known
  const name = `s${statementNames.size}`
  statementNames.set(text, name)
  return name
}

class CopyingClient extends pg.Client {
  override query(...args: any[]): any {
    const [text, values] = args
    if (values?.[0] instanceof CopySource) return sendCopy(this, text, values[0])
    return (super.query as any)(...args)
  }
}

class PreparingClient extends CopyingClient {
  override query(...args: any[]): any {
    const [text, values] = args
    if (values?.[0] instanceof CopySource) return super.query(...args)
    if (typeof text !== 'string' || !Array.isArray(values)) return (super.query as any)(...args)
    const name = nameOf(text)
    return (super.query as any)({ text, values, ...(name === undefined ? {} : { name }) }, ...args.slice(2))
  }
}
