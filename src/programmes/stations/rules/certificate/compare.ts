import type { Certificate, CertificateState } from './certify.ts'

export type Pair = { readonly id: string; readonly now: Certificate; readonly next: Certificate }

export type Moved = {
  readonly id: string
  readonly move: 'fall' | 'gain' | 'stay'
  readonly from: CertificateState
  readonly to: CertificateState
  /** What fails under the next standard and did not fail, by that name, under the one that holds. */
  readonly newlyFailing: readonly string[]
}

export type Comparison = {
  readonly matrix: readonly {
    readonly from: CertificateState
    readonly to: CertificateState
    readonly count: number
  }[]
  readonly falls: number
  readonly gains: number
  readonly byCriterion: readonly { readonly id: string; readonly count: number }[]
  readonly moved: readonly Moved[]
}

const holds = (state: CertificateState) => state === 'complete' || state === 'lapsing'

/** Who would fall and who would be gained, were another standard in force. */
export function compareCertificates(pairs: readonly Pair[]): Comparison {
  const moved = pairs.map(movedOf)
  const falling = moved.filter(({ move }) => move === 'fall')
  return {
    matrix: countBy(moved.map(({ from, to }) => `${from} ${to}`)).map(({ id, count }) => {
      const [from, to] = id.split(' ') as [CertificateState, CertificateState]
      return { from, to, count }
    }),
    falls: falling.length,
    gains: moved.filter(({ move }) => move === 'gain').length,
    byCriterion: countBy(falling.flatMap(({ newlyFailing }) => newlyFailing)),
    moved,
  }
}

function movedOf({ id, now, next }: Pair): Moved {
  const [held, will] = [holds(now.state), holds(next.state)]
  return {
    id,
    move: held === will ? 'stay' : held ? 'fall' : 'gain',
    from: now.state,
    to: next.state,
    newlyFailing: next.failing.filter((criterion) => !now.failing.includes(criterion)),
  }
}

/** The most frequent first. */
function countBy(words: readonly string[]): { id: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count)
}
