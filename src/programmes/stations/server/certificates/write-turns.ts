import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { CertificateState } from '../../rules/certificate/certify.ts'
import type { Cause } from './causes.ts'

/** A certificate as it is from now on, and whether that is a turn that history keeps. */
export type NewFace = {
  readonly stationId: string
  readonly no: number
  readonly versionId: string
  readonly state: CertificateState
  readonly since: string
  readonly failing: readonly string[]
  readonly lapsesOn: string | null
  readonly turnsOn: string | null
}

export type NewTurn = Omit<NewFace, 'since' | 'turnsOn'> & {
  readonly validFrom: string
  readonly cause: Cause
  /** For a story that lies in the past; the moment of writing otherwise. */
  readonly recordedAt?: string
}

/** Writes faces and turns, each in one statement whatever their number. */
export async function writeFaces(
  ctx: Pick<Context, 'db' | 'now'>,
  faces: readonly NewFace[],
  turns: readonly NewTurn[],
): Promise<void> {
  if (faces.length > 0)
    await sql`insert into stations.certificate (station_id, no, version_id, state, since, failing, lapses_on, turns_on,
        computed_at)
      select "stationId", no, "versionId", state, since, failing, "lapsesOn", "turnsOn", ${ctx.now}
      from jsonb_to_recordset(${JSON.stringify(faces)}::jsonb) as face ("stationId" uuid, no integer,
        "versionId" uuid, state text, since date, failing text[], "lapsesOn" date, "turnsOn" date)
      on conflict (station_id) do update set (no, version_id, state, since, failing, lapses_on, turns_on, computed_at)
        = (excluded.no, excluded.version_id, excluded.state, excluded.since, excluded.failing, excluded.lapses_on,
          excluded.turns_on, excluded.computed_at)`.execute(ctx.db)
  if (turns.length > 0)
    await sql`insert into stations.certificate_state (station_id, no, version_id, state, failing, lapses_on, valid_from,
        recorded_at, cause)
      select "stationId", no, "versionId", state, failing, "lapsesOn", "validFrom",
        coalesce("recordedAt", clock_timestamp()), cause
      from jsonb_to_recordset(${JSON.stringify(turns)}::jsonb) as turn ("stationId" uuid, no integer, "versionId" uuid,
        state text, failing text[], "lapsesOn" date, "validFrom" date, "recordedAt" timestamptz, cause text)`.execute(
      ctx.db,
    )
}
