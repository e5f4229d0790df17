import type { Text } from '#platform/text.ts'

import type { LocatedPoint } from '../../rules/coordinates.ts'
import type { FacilityId } from '../../rules/facilities.ts'
import type { OpeningHours } from '../../rules/opening-hours-schema.ts'

/** The columns of a station roster, by the names the platform gives them. */
export type RosterField =
  | 'name'
  | 'code'
  | 'district'
  | 'address'
  | 'coordinates'
  | 'longitude'
  | 'latitude'
  | 'datum'
  | 'hours'
  | 'facilities'
  | 'hostUnit'
  | 'keeperName'
  | 'keeperPhone'
  | 'level'
  | 'openedOn'

export type StationLevel = 'national-best' | 'provincial' | 'municipal' | 'county' | 'ordinary'

/** A row as the platform understood it. */
export interface ParsedStation {
  readonly name: string
  /** Normalised and check character verified; absent where the roster gives none. */
  readonly code?: string
  readonly adcode: string
  readonly address: string
  readonly location?: LocatedPoint
  readonly hours?: OpeningHours
  /** As the person wrote them, kept beside what was read. */
  readonly hoursText?: string
  readonly facilities: readonly FacilityId[]
  /** Words of the facilities column that name no known facility; kept, never dropped. */
  readonly otherFacilities: readonly string[]
  readonly hostUnit?: string
  readonly keeperName?: string
  readonly keeperPhone?: string
  readonly level: StationLevel
  /** YYYY-MM-DD. */
  readonly openedOn?: string
}

/** error: the row stays out. confirm: in once a person agrees. note: for the reader only. */
export type Severity = 'error' | 'confirm' | 'note'

export interface RosterFix {
  readonly label: Text
  /** What to put into the field instead. */
  readonly value: string
}

export interface RosterProblem {
  readonly field: RosterField
  /** Stable, for tests, filters and counting. */
  readonly code: string
  /** As the person wrote it. */
  readonly value: string
  readonly severity: Severity
  readonly reason: Text
  readonly accepted?: Text
  readonly fix?: RosterFix
  /** The other station a problem is about: a row of this file, or one the platform knows. */
  readonly other?: { readonly row?: number; readonly stationId?: string; readonly distanceMetres?: number }
}

export interface RosterVerdict {
  /** 1-based, as the person's spreadsheet shows it. */
  readonly row: number
  /** Present when no problem is an error. */
  readonly station?: ParsedStation
  readonly problems: readonly RosterProblem[]
}
