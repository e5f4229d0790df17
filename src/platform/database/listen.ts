import pg from 'pg'
import type { Db } from '../context.ts'

/** What a listener does; neither may throw. */
export type Hearing = {
  readonly onNotice: (payload: string) => void
  /** The line was lost and is up again: whatever was said in between was missed. */
  readonly onReconnect: () => void
}

type Line = { readonly connection: pg.ClientConfig; readonly ends: Set<() => Promise<void>> }

/** Which server a pool speaks to. Keyed by the pool's own `db`, so that two cities in one process never meet. */
const lines = new WeakMap<Db, Line>()

const RETRY_MS = 1_000

export const rememberConnection = (db: Db, connection: pg.ClientConfig): void =>
  void lines.set(db, { connection, ends: new Set() })

/** Ends every listener of a pool; the pool calls it when it closes. */
export async function endListeners(db: Db): Promise<void> {
  await Promise.all([...(lines.get(db)?.ends ?? [])].map((end) => end()))
}

/**
 * Hears what any process says by NOTIFY on a channel, over a connection of its own that comes back when it is
 * lost, until the pool closes. `db` is the pool's own, not a transaction's. Throws where the first connection fails.
 * Answers whether it still listens, for whoever would try again later what failed.
 */
export async function listen(db: Db, channel: string, hearing: Hearing): Promise<() => boolean> {
  const line = lines.get(db)
  if (line === undefined) throw new Error('only the pool itself can listen, not a transaction')
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let ended = false
  const lost = () => {
    if (ended || retry !== undefined) return
    retry = setTimeout(() => {
      retry = undefined
      connect().then(hearing.onReconnect, lost)
    }, RETRY_MS).unref()
  }
  const connect = async () => {
    client = new pg.Client(line.connection)
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', ({ payload }) => hearing.onNotice(payload ?? ''))
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
  }
  await connect()
  line.ends.add(async () => {
    ended = true
    clearTimeout(retry)
    await client?.end().catch(() => undefined)
  })
  return () => !ended
}
