import type { Context, Db } from '#platform/context.ts'
import { listen } from '#platform/database/listen.ts'
import type { Log } from '#platform/log.ts'
import { readSignals, SIGNAL_DAYS } from './open-signals.ts'
import { readStations } from './read-stations.ts'
import { makeStationIndex, putStations, turnIndexTo, type StationIndex } from './station-index.ts'
import { ALL, CHANNEL } from './tell-changed.ts'

/**
 * One index a database pool, made on first use. Keyed by the pool's `db`, which is the application's and nobody
 * else's, so that two worlds in one process never share one; it goes when the pool goes.
 */
const indexes = new WeakMap<Db, Promise<StationIndex>>()

/** What is told within this time is read together: an import tells of thousands. */
const GATHER_MS = 20
const RETRY_MS = 1_000

/** The index of the caller's application. For queries: within a transaction there is no pool to key it by. */
export function liveIndex(ctx: Pick<Context, 'db' | 'log' | 'now'>): Promise<StationIndex> {
  const { db } = ctx
  if (db.isTransaction)
    throw new Error('the index follows what is committed; a command must ask the database')
  const known = indexes.get(db)
  if (known !== undefined) return known
  const made = makeLive(db, ctx.log, ctx.now)
  indexes.set(db, made)
  made.catch(() => indexes.delete(db))
  return made
}

async function makeLive(db: Db, log: Log, now: Date): Promise<StationIndex> {
  const index = makeStationIndex()
  turnIndexTo(index, now)
  const told = new Set<string>()
  let isBusy = true
  const follow = async (): Promise<void> => {
    isBusy = true
    while (told.size > 0) {
      await wait(GATHER_MS)
      const ids = [...told]
      told.clear()
      await readInto(db, index, ids.includes(ALL) ? undefined : ids)
    }
    isBusy = false
  }
  const hear = (payload: string) => {
    told.add(payload)
    if (!isBusy) follow().catch(again)
  }
  const again = async (error: unknown) => {
    if (!isListening()) return
    log.error({ err: error }, 'stations: a change was not read; all is read again')
    told.add(ALL)
    await wait(RETRY_MS)
    follow().catch(again)
  }
  // Listening first, and following only after: what is committed while all is read is told, and read once more.
  const isListening = await listen(db, CHANNEL, { onNotice: hear, onReconnect: () => hear(ALL) })
  await readInto(db, index, undefined)
  follow().catch(again)
  return index
}

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref())

/** The slot of a station that exists; one created a moment ago is read now, not when its notice comes. */
export async function slotOf(db: Db, index: StationIndex, stationId: string): Promise<number> {
  if (!index.slotById.has(stationId)) await readInto(db, index, [stationId])
  return index.slotById.get(stationId)!
}

async function readInto(db: Db, index: StationIndex, ids: readonly string[] | undefined): Promise<void> {
  // The clock of whoever asked last: a test's clock, or the server's.
  const since = new Date(index.board.at.getTime() - SIGNAL_DAYS * 86_400_000)
  const [stations, signals] = await Promise.all([readStations(db, ids), readSignals(db, since, ids)])
  putStations(index, stations, signals)
}
