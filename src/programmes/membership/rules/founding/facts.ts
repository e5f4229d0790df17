/** What the rules ask about a union to be; no name of a person but those who stand for office. */
export type UnitKind = 'enterprise' | 'institution' | 'government' | 'social-organisation'

/** Whose union it will be: one employer's, several employers' together, an area's or a trade's. */
export type Scope = 'one-unit' | 'several-units' | 'area' | 'trade'

export type UnionForm = 'committee' | 'organiser' | 'joint' | 'association'

/** Who prepares, and for what they stand. */
export type Duty = 'preparer' | 'chair' | 'vice-chair' | 'committee' | 'organiser' | 'audit' | 'women'

export type Candidate = {
  readonly name: string
  readonly duty: Duty
  /** Spouse, parent, child, brother or sister of whoever heads the enterprise. */
  readonly isRelativeOfHead: boolean
  /** Heads the enterprise, or is in charge of labour or wages there. */
  readonly isHeadOrInChargeOfWages: boolean
}

export type TakingPart = { readonly name: string; readonly workers: number; readonly members: number }

export type FoundingFacts = {
  readonly unitKind: UnitKind
  readonly scope: Scope
  /** On the payroll, or working in the area or trade. */
  readonly workers: number
  /** Who will join: the only number that the form depends on. */
  readonly members: number
  readonly womenMembers: number
  /** The units that found together; empty for one unit. */
  readonly units: readonly TakingPart[]
  readonly unitFoundedOn: string | null
  readonly people: readonly Candidate[]
}
