import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { bringUpToDate } from '../certificates/pass-time.ts'
import { recompute } from '../certificates/recompute.ts'
import { tellChanged } from '../index/tell-changed.ts'
import { issuePlates } from './issue-plates.ts'
import { nextCodes } from './next-codes.ts'
import { changedMeanwhile } from './stale-station.ts'
import {
  stationRow,
  versionRow,
  type StationRow,
  type StationWrite,
  type WrittenStation,
} from './station-row.ts'

export type { StationWrite, WriteDraft, WrittenStation } from './station-row.ts'

/** Rows in one statement: enough that the round trip does not count, few enough that its JSON stays small. */
const CHUNK = 1_000

/** The one way in which a station changes; see `writeStations`. */
export async function writeStation(ctx: Context, write: StationWrite): Promise<WrittenStation> {
  const [written] = await writeStations(ctx, [write])
  return written!
}

/**
 * Writes stations with their dated rows, a first plate for each new one, their certificates computed anew, and a word
 * to every index, all in the caller's transaction. The caller has judged the drafts and holds the permission. Answers in the order given;
 * throws `changed-meanwhile` where an existing station has another version by now.
 */
export async function writeStations(
  ctx: Context,
  writes: readonly StationWrite[],
): Promise<WrittenStation[]> {
  const codes = await codesFor(ctx, writes)
  const rows = writes.map((write, index) => stationRow(namedFor(ctx, write, codes[index]!), write))
  const today = cityDay(ctx.now)
  await bringUpToDate(
    ctx,
    writes.flatMap(({ existing }) => existing?.id ?? []),
  )
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK)
    await insertNew(ctx, chunk.filter(isNew))
    await updateKnown(
      ctx,
      chunk.filter((row) => !isNew(row)),
    )
    await insertVersions(
      ctx,
      chunk.map((row, index) => versionRow(ctx, row, writes[from + index]!, today)),
    )
  }
  await issuePlates(
    ctx,
    rows.filter(isNew).map((row) => row.id),
  )
  const ids = rows.map((row) => row.id)
  // A certificate stands on the place, the facilities and whether the station is closed.
  await recompute(ctx, ids, 'register')
  await tellChanged(ctx, ids)
  return rows.map(({ id, code, version }) => ({ id, code, version }))
}

const isNew = (row: StationRow) => row.version === 1

function namedFor(ctx: Context, { existing }: StationWrite, code: string): WrittenStation {
  if (existing === undefined) return { id: newId(ctx.now.getTime()), code, version: 1 }
  return { id: existing.id, code, version: existing.version + 1 }
}

/** A station keeps its code for life, whatever district it later counts to: it is printed on its door. */
async function codesFor(ctx: Context, writes: readonly StationWrite[]): Promise<string[]> {
  const without = writes.filter((write) => write.existing === undefined && write.code === undefined)
  const made = await nextCodes(
    ctx,
    without.map((write) => write.draft.adcode),
  )
  const codeOf = new Map(without.map((write, index) => [write, made[index]!]))
  return writes.map((write) => write.existing?.code ?? write.code ?? codeOf.get(write)!)
}

const COLUMNS =
  sql.raw(`id, code, version, organisation_id, state, name, adcode, address, longitude, latitude,
  received_longitude, received_latitude, received_datum, received_text, hours, hours_text, facilities,
  other_facilities, host_unit, phone, level, opened_on`)

async function insertNew(ctx: Context, rows: readonly StationRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into stations.station (${COLUMNS})
    select ${COLUMNS} from json_populate_recordset(null::stations.station, ${JSON.stringify(rows)}::json)`.execute(
    ctx.db,
  )
}

async function updateKnown(ctx: Context, rows: readonly StationRow[]): Promise<void> {
  if (rows.length === 0) return
  const updated = await sql`
    with incoming as (
      select ${COLUMNS} from json_populate_recordset(null::stations.station, ${JSON.stringify(rows)}::json))
    update stations.station s set (version, organisation_id, state, name, adcode, address, longitude, latitude,
        received_longitude, received_latitude, received_datum, received_text, hours, hours_text, facilities,
        other_facilities, host_unit, phone, level, opened_on, updated_at)
      = (i.version, i.organisation_id, i.state, i.name, i.adcode, i.address, i.longitude, i.latitude,
        i.received_longitude, i.received_latitude, i.received_datum, i.received_text, i.hours, i.hours_text,
        i.facilities, i.other_facilities, i.host_unit, i.phone, i.level, i.opened_on, clock_timestamp())
    from incoming i where s.id = i.id and s.version = i.version - 1`.execute(ctx.db)
  if (Number(updated.numAffectedRows) !== rows.length) throw changedMeanwhile()
}

async function insertVersions(ctx: Context, rows: readonly ReturnType<typeof versionRow>[]): Promise<void> {
  await sql`insert into stations.station_version (station_id, version, valid_from, made_by, made_by_bk,
      made_by_id, reason, organisation_id, code, state, name, adcode, level, snapshot)
    select station_id, version, valid_from, made_by, made_by_bk, made_by_id, reason, organisation_id, code, state,
      name, adcode, level, snapshot
    from json_populate_recordset(null::stations.station_version, ${JSON.stringify(rows)}::json)`.execute(
    ctx.db,
  )
}
