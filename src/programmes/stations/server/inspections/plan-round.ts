import { sql } from 'kysely'
import { personKeyText, personNames } from '#kernel/people/index.ts'
import { officersFor } from '#kernel/review/index.ts'
import { reachOf, requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict, forbidden, invalid, notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { standardOn } from '../standards/in-force.ts'
import { makerOf } from '../standards/drafts.ts'
import { tables } from '../tables.ts'
import { requireIndependent, requireInspector } from './independence.ts'

export const planRound: Handler<typeof stations.planRound> = async (ctx, { day, codes, inspector }) => {
  requireNotOver(ctx, day)
  const chosen = await chosenStations(ctx, codes)
  const who = await inspectorOf(ctx, inspector)
  await requireIndependent(ctx, chosen, who)
  const id = newId(ctx.now.getTime())
  const organisationId = await planningUnit(ctx)
  await tables(ctx)
    .insertInto('stations.inspection_round')
    .values({
      id,
      day,
      organisation_id: organisationId,
      inspector_bk: who.bk,
      inspector_id: who.id,
      inspector_name: who.name,
      ...makerOf(ctx),
      made_at: ctx.now,
    })
    .execute()
  await putStops(ctx, { id, day }, chosen)
  ctx.auditNote.organisationId = organisationId
  ctx.auditNote.subjects = [
    `inspection-round:${id}`,
    ...chosen.slice(0, 19).map((one) => `station:${one.id}`),
  ]
  return { id }
}

export type ChosenStation = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly hostUnit: string
  readonly organisationId: string
}

/** The stations in the order of their codes' list, each once, each where the caller inspects. */
export async function chosenStations(ctx: Context, codes: readonly string[]): Promise<ChosenStation[]> {
  const wanted = [...new Set(codes)]
  const rows = await tables(ctx)
    .selectFrom('stations.station')
    .select(['id', 'code', 'name', 'host_unit as hostUnit', 'organisation_id as organisationId', 'state'])
    .where('code', 'in', wanted)
    .execute()
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const chosen = wanted.map((code) => {
    const row = byCode.get(code)
    if (row === undefined) throw notFound({ zh: `驿站${code}`, en: `station ${code}` })
    if (row.state === 'closed') throw closedStation(row.name)
    return row
  })
  for (const organisationId of new Set(chosen.map((row) => row.organisationId)))
    await requireAt(ctx, 'stations.inspect', organisationId)
  return chosen
}

const closedStation = (name: string) =>
  conflict('station-closed', {
    zh: `“${name}”已经关闭，不能安排检查。`,
    en: `“${name}” is closed and cannot be inspected.`,
  })

/** A waiting repeat visit goes onto the route as itself; other stations get a visit of their own. */
export async function putStops(
  ctx: Context,
  round: { readonly id: string; readonly day: string },
  chosen: readonly ChosenStation[],
): Promise<void> {
  const version = await standardOn(ctx, round.day)
  const waiting = await waitingRepeats(
    ctx,
    chosen.map(({ id }) => id),
  )
  for (const [index, station] of chosen.entries()) {
    const place = { round_id: round.id, position: index + 1, version_id: version.id }
    const repeat = waiting.get(station.id)
    if (repeat !== undefined)
      await tables(ctx).updateTable('stations.inspection').set(place).where('id', '=', repeat).execute()
    else
      await tables(ctx)
        .insertInto('stations.inspection')
        .values({
          id: newId(ctx.now.getTime()),
          station_id: station.id,
          kind: 'unannounced',
          made_at: ctx.now,
          ...place,
        })
        .execute()
  }
}

/** Station → repeat visit that no route has yet. */
async function waitingRepeats(ctx: Context, stationIds: readonly string[]) {
  if (stationIds.length === 0) return new Map<string, string>()
  const rows = await tables(ctx)
    .selectFrom('stations.inspection')
    .select(['id', 'station_id as stationId'])
    .where('station_id', 'in', [...stationIds])
    .where('kind', '=', 'repeat')
    .where('round_id', 'is', null)
    .where('ended_at', 'is', null)
    .where('called_off_at', 'is', null)
    .orderBy('due_on')
    .execute()
  return new Map(rows.map(({ id, stationId }) => [stationId, id]))
}

type Named = PersonKey & { readonly name: string }

/** The caller, or somebody who may inspect where the caller does. */
async function inspectorOf(ctx: Context, wish: PersonKey | undefined): Promise<Named> {
  if (wish === undefined) return requireInspector(ctx)
  const known = (await inspectorsFor(ctx)).find(
    ({ person }) => person.id === wish.id && person.bk === wish.bk,
  )
  if (known === undefined) throw forbidden('stations.inspect')
  const names = await personNames(ctx, [wish])
  return { ...wish, name: names.get(personKeyText(wish)) ?? known.name }
}

/** Whoever inspects at a unit where the caller does, or above it. */
export async function inspectorsFor(ctx: Context) {
  const found = []
  for (const unit of new Set(reachOf(ctx, 'stations.inspect')))
    found.push(...(await officersFor(ctx, 'stations.inspect', unit)))
  return [...new Map(found.map((officer) => [officer.person.id, officer])).values()]
}

/** The unit that plans: the highest at which the caller inspects. */
async function planningUnit(ctx: Context): Promise<string> {
  const [unit] = reachOf(ctx, 'stations.inspect').toSorted((a, b) => a.length - b.length)
  const { rows } = await sql<{ id: string }>`
    select id from organisations.organisation where path = ${unit ?? ''}::ltree`.execute(ctx.db)
  if (rows[0] === undefined) throw forbidden('stations.inspect')
  return rows[0].id
}

function requireNotOver(ctx: Context, day: string): void {
  const today = cityDay(ctx.now)
  if (day >= today) return
  throw invalid('day-is-over', {
    field: 'day',
    reason: { zh: `${day}已经过去。`, en: `${day} is over.` },
    accepted: { zh: `${today}或以后的日期`, en: `${today} or later` },
  })
}
