export type PanelJudge = {
  readonly id: string
  /** The employer or union that the judge belongs to, seen through its parents; see `house` in the queries. */
  readonly house: string
  /** Every row of the register that is this person. */
  readonly persons: ReadonlySet<string>
  readonly kin: ReadonlySet<string>
}

export type JudgedEntry = {
  readonly id: string
  readonly house: string
  readonly entrant: string
  readonly names: readonly string[]
}

export type ConflictKind = 'same-unit' | 'own-entry' | 'kin'

/** Why this judge may not judge this entry; undefined where nothing is known against it. */
export function conflictOf(judge: PanelJudge, entry: JudgedEntry): ConflictKind | undefined {
  if (judge.persons.has(entry.entrant)) return 'own-entry'
  if (judge.house === entry.house) return 'same-unit'
  return entry.names.some((name) => judge.kin.has(name)) ? 'kin' : undefined
}
