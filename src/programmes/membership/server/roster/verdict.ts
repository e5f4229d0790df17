import type { Text } from '#platform/text.ts'
import type { ReadIdentity } from '#kernel/people/index.ts'
import type { Employment } from '../../rules/employment.ts'
import type { Education, Household, Skill } from '../../shapes-roster.ts'
import type { RosterField } from './roster-columns.ts'

/** What a row says that is wrong (it stays out) or worth knowing (it does not). */
export type RowProblem = {
  readonly field: RosterField
  /** Stable, for counting and tests. */
  readonly code: string
  readonly severity: 'error' | 'note'
  readonly reason: Text
  readonly accepted?: Text
}

/** A row as the platform understood it. */
export type ReadMember = {
  readonly identity: ReadIdentity
  /** The union as the roster names it, found among those that the import may fill; undefined: the import's own. */
  readonly organisationId: string
  /** First day of the membership. */
  readonly fromDay: string
  /** null where the roster does not say. */
  readonly employment: Employment | null
  readonly newForm: boolean
  readonly ethnicity: string | null
  readonly education: Education | null
  readonly skill: Skill | null
  readonly household: Household | null
}

export type RowVerdict = {
  /** 1-based, as the person's spreadsheet shows it. */
  readonly row: number
  /** Present where no problem is an error. */
  readonly member?: ReadMember
  readonly problems: readonly RowProblem[]
}

/** What one roster is judged against; asked once for the whole file. */
export type RosterGround = {
  /** The city's calendar day. */
  readonly today: string
  readonly demo: boolean
  /** The unit that the import is for, where it takes members itself. */
  readonly organisationId: string | null
  /** Unions that the import may fill, by their name without spaces; null where two bear one name. */
  readonly unions: ReadonlyMap<string, string | null>
  /** For rows without a day of joining. */
  readonly defaultDay: string
  /** For rows that do not say how somebody works. */
  readonly defaultEmployment: Employment
}
