import { sha256 } from '#platform/digest.ts'
import type { Points } from './rank.ts'

export type CommittedSheet = {
  readonly roundId: string
  readonly entry: number
  readonly judge: number
  readonly points: Points
  /** 256 bits of chance, so that a digest cannot be found by trying all scores. */
  readonly nonce: string
}

/** What the judge is given as a receipt: it fixes the scores and tells nothing of them. */
export const commitmentOf = ({ roundId, entry, judge, points, nonce }: CommittedSheet): string =>
  sha256(JSON.stringify([roundId, entry, judge, sortedPairs(points), nonce]))

/** One digest over all of a round, in the order of the commitments themselves, which says nothing of who was when. */
export const listDigestOf = (commitments: readonly string[]): string =>
  sha256(commitments.toSorted().join('\n'))

const sortedPairs = (points: Points) =>
  Object.entries(points).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
