import type { CityEnvelope } from '../../rules/city-envelope.ts'
import type { Datum } from '../../rules/coordinates.ts'
import type { CityDistrict } from './read-district.ts'
import type { RosterField } from './roster-verdict.ts'

/** The cells of a row by field, cleaned; empty ones are absent. */
export type RosterValues = Readonly<Partial<Record<RosterField, string>>>

/** What a roster is judged against. The day is passed in, so that the same file gets the same verdict again. */
export interface RosterContext {
  readonly districts: readonly CityDistrict[]
  /** Names that may stand before a district's: the province's, the city's, long and short. */
  readonly placesAbove: readonly string[]
  readonly envelope: CityEnvelope
  /** Of the file, where a row does not name its own. */
  readonly datum: Datum
  /** YYYY-MM-DD. */
  readonly today: string
  /** Of the city, offered as a fix for local numbers. */
  readonly areaCode?: string
}
