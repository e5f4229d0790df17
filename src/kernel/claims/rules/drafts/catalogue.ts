import type { KnownClaim } from './known-claim.ts'
import type { KnownFigure } from './known-figure.ts'

/** What the numbers of a text are held against. */
export type Catalogue = {
  readonly figures: readonly KnownFigure[]
  readonly byKey: ReadonlyMap<string, KnownFigure>
  readonly claims: readonly KnownClaim[]
  readonly claimById: ReadonlyMap<string, KnownClaim>
  /** What 近, 余 and 约 may be off, as a part of the number. */
  readonly tolerance: number
}

export const catalogueOf = ({
  figures,
  claims = [],
  tolerance,
}: {
  readonly figures: readonly KnownFigure[]
  readonly claims?: readonly KnownClaim[]
  readonly tolerance: number
}): Catalogue => ({
  figures,
  byKey: new Map(figures.map((figure) => [figure.key, figure])),
  claims,
  claimById: new Map(claims.map((claim) => [claim.id, claim])),
  tolerance,
})
