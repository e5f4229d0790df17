import { sql, type RawBuilder } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { certify, type CertificateState } from '../../rules/certificate/certify.ts'
import { standardOn, type InForce } from '../standards/in-force.ts'
import type { Cause } from './causes.ts'
import { onCertificateChanged } from './follow-up.ts'
import { readFacts, type StationOnFile, type Stored } from './read-facts.ts'
import { writeFaces, type NewFace, type NewTurn } from './write-turns.ts'

/** A certificate whose state became another. */
export type CertificateChange = {
  readonly stationId: string
  /** Null for a station that had none yet. */
  readonly from: CertificateState | null
  readonly to: CertificateState
  readonly failing: readonly string[]
  readonly lapsesOn: string | null
  readonly cause: Cause
}

export type Recomputed = { readonly stations: number; readonly changes: readonly CertificateChange[] }

/** So many at a time: their JSON stays some megabytes, and the round trips do not count. */
const CHUNK = 5_000

/** Computes these stations' certificates anew as of today, in the caller's transaction, and tells whoever must know. */
export async function recompute(
  ctx: Context,
  stationIds: readonly string[],
  cause: Cause,
): Promise<Recomputed> {
  const changes: CertificateChange[] = []
  for (let from = 0; from < stationIds.length; from += CHUNK) {
    const ids = stationIds.slice(from, from + CHUNK)
    changes.push(...(await recomputeWhere(ctx, sql`station.id = any(${ids}::uuid[])`, cause)))
  }
  await onCertificateChanged(ctx, changes)
  return { stations: stationIds.length, changes }
}

type Bulk = {
  readonly cause: Cause
  readonly standard: InForce
  /** The day as of which it is computed. */
  readonly day: string
  /** Only those for which this stands, over `station`. */
  readonly where?: RawBuilder<unknown>
}

/**
 * Every station's, in the order of their ids: for a new standard. Nobody is told one by one; the work list and the
 * list of certificates show what fell. Holds the table, so that no other certificate is written meanwhile.
 */
export async function recomputeAll(ctx: Context, { cause, standard, day, where }: Bulk): Promise<Recomputed> {
  await sql`lock table stations.certificate in share row exclusive mode`.execute(ctx.db)
  const changes: CertificateChange[] = []
  let stations = 0
  for (let after = NIL; ;) {
    const { rows } = await sql<{ id: string }>`
      select id from stations.station where id > ${after} order by id limit ${sql.lit(CHUNK)}`.execute(ctx.db)
    if (rows.length === 0) return { stations, changes }
    const upTo = rows.at(-1)!.id
    const range = sql`station.id > ${after} and station.id <= ${upTo} and ${where ?? sql`true`}`
    const onFile = await readFacts(ctx, range)
    changes.push(...(await writeAnew(ctx, onFile, { cause, standard, day })))
    stations += onFile.length
    after = upTo
  }
}

const NIL = '00000000-0000-0000-0000-000000000000'

async function recomputeWhere(
  ctx: Context,
  where: RawBuilder<unknown>,
  cause: Cause,
): Promise<CertificateChange[]> {
  const day = cityDay(ctx.now)
  const onFile = await readFacts(ctx, where, 'hold')
  return writeAnew(ctx, onFile, { cause, standard: await standardOn(ctx, day), day })
}

async function writeAnew(
  ctx: Context,
  onFile: readonly StationOnFile[],
  { cause, standard, day }: Bulk,
): Promise<CertificateChange[]> {
  const faces: NewFace[] = []
  const turns: NewTurn[] = []
  const changes: CertificateChange[] = []
  for (const one of onFile) {
    const { face, turn } = newFace(one, standard, day, cause)
    if (face !== undefined) faces.push(face)
    if (turn === undefined) continue
    turns.push(turn)
    const from = one.stored?.state ?? null
    const { state: to, failing, lapsesOn } = turn
    if (from !== to) changes.push({ stationId: one.id, from, to, failing, lapsesOn, cause })
  }
  await writeFaces(ctx, faces, turns)
  return changes
}

/** Nothing where nothing changed: a recomputation that finds all as it was writes no row. */
export function newFace(
  { id: stationId, station, stored }: StationOnFile,
  standard: InForce,
  day: string,
  cause: Cause,
): { face?: NewFace; turn?: NewTurn } {
  const { state, failing, lapsesOn, turnsOn } = certify(standard.content, station, day)
  const isTurn =
    stored === null ||
    stored.versionId !== standard.id ||
    stored.state !== state ||
    stored.failing.join() !== failing.join()
  if (!isTurn && isSame(stored, { lapsesOn, turnsOn })) return {}
  const no = (stored?.no ?? 0) + (isTurn ? 1 : 0)
  const said = { stationId, no, versionId: standard.id, state, failing, lapsesOn }
  const face = { ...said, turnsOn, since: stored?.state === state ? stored.since : day }
  return isTurn ? { face, turn: { ...said, validFrom: day, cause } } : { face }
}

const isSame = (stored: Stored, { lapsesOn, turnsOn }: Pick<Stored, 'lapsesOn' | 'turnsOn'>) =>
  stored.lapsesOn === lapsesOn && stored.turnsOn === turnsOn
