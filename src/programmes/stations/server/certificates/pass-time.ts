import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { standardOn, standardsByDay, type InForce } from '../standards/in-force.ts'
import { onCertificateChanged } from './follow-up.ts'
import { readFacts, type StationOnFile, type Stored } from './read-facts.ts'
import { newFace, recomputeAll, type CertificateChange, type Recomputed } from './recompute.ts'
import { writeFaces, type NewFace, type NewTurn } from './write-turns.ts'

const BATCH = 2_000

/**
 * The job: what time alone has changed since it was last looked at. Only stations whose `turns_on` has come are
 * read, so that a quiet day costs one look at an index; a server that stood still for a week dates each turn by its
 * own day. A standard that has come into force meanwhile is computed for all.
 */
export async function passTime(ctx: Context): Promise<void> {
  await passDue(ctx)
  await ctx.db.transaction().execute((db) => followStandard({ ...ctx, db }))
  await passDue(ctx)
}

async function passDue(ctx: Context): Promise<void> {
  for (let passed = BATCH; passed === BATCH;)
    passed = await ctx.db.transaction().execute((db) => passBatch({ ...ctx, db }))
}

async function passBatch(ctx: Context): Promise<number> {
  const today = cityDay(ctx.now)
  const { rows } = await sql<{ id: string }>`
    select station_id as id from stations.certificate where turns_on <= ${today}
    order by turns_on limit ${sql.lit(BATCH)} for update skip locked`.execute(ctx.db)
  await bringUpToDate(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.length
}

/**
 * Where another version holds today than the one that certificates were last computed by, all are computed as of its
 * first day; stations that have no certificate yet, as of today. Nothing otherwise.
 */
export async function followStandard(ctx: Context): Promise<Recomputed> {
  const today = cityDay(ctx.now)
  const standard = await standardOn(ctx, today)
  const others = sql`exists (
    select from stations.certificate c where c.station_id = station.id and c.version_id <> ${standard.id})`
  const without = sql`not exists (select from stations.certificate c where c.station_id = station.id)`
  // A station has one certificate at most, so that two counts tell what a join of all of them would.
  const { rows } = await sql<{ isBehind: boolean; isWithout: boolean }>`select
    exists (select from stations.certificate where version_id <> ${standard.id}) as "isBehind",
    (select count(*) from stations.station) > (select count(*) from stations.certificate) as "isWithout"`.execute(
    ctx.db,
  )
  const { isBehind, isWithout } = rows[0]!
  const done: Recomputed[] = []
  const bulk = { cause: 'standard', standard } as const
  if (isBehind) done.push(await recomputeAll(ctx, { ...bulk, day: standard.fromDay, where: others }))
  if (isWithout) done.push(await recomputeAll(ctx, { ...bulk, day: today, where: without }))
  return {
    stations: done.reduce((sum, { stations }) => sum + stations, 0),
    changes: done.flatMap(({ changes }) => changes),
  }
}

/** Before something is changed: each turn that is due by now is written with its own day. */
export async function bringUpToDate(ctx: Context, stationIds: readonly string[]): Promise<void> {
  if (stationIds.length === 0) return
  const today = cityDay(ctx.now)
  const isDue = sql`station.id = any(${stationIds}::uuid[]) and exists (
    select from stations.certificate due where due.station_id = station.id and due.turns_on <= ${today})`
  const onFile = await readFacts(ctx, isDue, 'hold')
  if (onFile.length === 0) return
  const standards = await standardsByDay(ctx)
  const faces: NewFace[] = []
  const turns: NewTurn[] = []
  const changes: CertificateChange[] = []
  for (const one of onFile) {
    const walked = walk(one, standards, today)
    turns.push(...walked.turns)
    if (walked.face === undefined) continue
    faces.push(walked.face)
    const { state: to, failing, lapsesOn } = walked.face
    const from = one.stored?.state ?? null
    if (from !== to) changes.push({ stationId: one.id, from, to, failing, lapsesOn, cause: 'time' })
  }
  await writeFaces(ctx, faces, turns)
  await onCertificateChanged(ctx, changes)
}

/** From turn to turn until today; each by the standard of its day. */
function walk(one: StationOnFile, standards: readonly InForce[], today: string) {
  const turns: NewTurn[] = []
  let face: NewFace | undefined
  let at: StationOnFile = one
  for (let day = one.stored?.turnsOn ?? null; day !== null && day <= today;) {
    const standard = standards.findLast(({ fromDay }) => fromDay <= day!)!
    const next = newFace(at, standard, day, at.stored?.versionId === standard.id ? 'time' : 'standard')
    if (next.turn !== undefined) turns.push(next.turn)
    if (next.face === undefined) break
    face = next.face
    at = { ...one, stored: storedOf(face) }
    day = face.turnsOn !== null && face.turnsOn > day ? face.turnsOn : null
  }
  return { face, turns }
}

const storedOf = ({ no, versionId, state, since, failing, lapsesOn, turnsOn }: NewFace): Stored => ({
  no,
  versionId,
  state,
  since,
  failing,
  lapsesOn,
  turnsOn,
})
