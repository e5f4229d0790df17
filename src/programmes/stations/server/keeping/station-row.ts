import type { Context } from '#platform/context.ts'
import type { LocatedPoint } from '../../rules/coordinates.ts'
import type { OpeningHours } from '../../rules/opening-hours-schema.ts'
import type { StationLevel, StationState } from '../words.ts'

/** A station as an officer or a roster writes it, judged and located: see `locate` for the datum. */
export type WriteDraft = {
  readonly name: string
  readonly adcode: string
  readonly address: string
  /** GCJ-02, with what was received kept beside it. */
  readonly location: LocatedPoint
  readonly hours: OpeningHours
  /** The hours as a person wrote them; empty where they were chosen on a form. */
  readonly hoursText?: string
  readonly facilities: readonly string[]
  readonly otherFacilities: readonly string[]
  readonly hostUnit: string
  readonly phone: string
  readonly level: StationLevel
  readonly openedOn: string | null
}

/** What a write must know of the station that it changes: read it by `lockStation`, so that it stays so. */
export type ExistingStation = {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly state: StationState
}

export type StationWrite = {
  /** Absent for a new station. */
  readonly existing?: ExistingStation | undefined
  readonly draft: WriteDraft
  readonly organisationId: string
  readonly reason: string
  /** The existing state, or operating, unless said. */
  readonly state?: StationState
  /** A new station's code where a roster brings one, already judged; made by rule otherwise. */
  readonly code?: string | undefined
  /** The day from which it holds, `2026-11-23`; today in the city unless said. */
  readonly validFrom?: string
  /** Who made it, where that is not the caller's own name: a keeper is known by the station's register. */
  readonly madeBy?: string
}

export type WrittenStation = { readonly id: string; readonly code: string; readonly version: number }

/** A row of `stations.station` in the database's own words; its JSON is what PostgreSQL reads. */
export type StationRow = ReturnType<typeof stationRow>

export function stationRow(written: WrittenStation, write: StationWrite) {
  const { draft, existing } = write
  return {
    ...written,
    organisation_id: write.organisationId,
    state: write.state ?? existing?.state ?? 'operating',
    name: draft.name,
    adcode: draft.adcode,
    address: draft.address,
    longitude: draft.location.longitude,
    latitude: draft.location.latitude,
    received_longitude: draft.location.received.longitude,
    received_latitude: draft.location.received.latitude,
    received_datum: draft.location.received.datum,
    received_text: draft.location.received.text,
    hours: draft.hours,
    hours_text: draft.hoursText ?? '',
    facilities: draft.facilities,
    other_facilities: draft.otherFacilities,
    host_unit: draft.hostUnit,
    phone: draft.phone,
    level: draft.level,
    opened_on: draft.openedOn,
  }
}

/** The dated row beside it: what figures count, and the whole row as it then stood. */
export function versionRow(ctx: Context, row: StationRow, write: StationWrite, today: string) {
  const { actor } = ctx
  const person = actor.kind === 'account' ? actor.person : null
  return {
    station_id: row.id,
    version: row.version,
    valid_from: write.validFrom ?? today,
    made_by: write.madeBy ?? (actor.kind === 'anonymous' ? '—' : actor.name),
    made_by_bk: person?.bk ?? null,
    made_by_id: person?.id ?? null,
    reason: write.reason,
    organisation_id: row.organisation_id,
    code: row.code,
    state: row.state,
    name: row.name,
    adcode: row.adcode,
    level: row.level,
    snapshot: row,
  }
}
