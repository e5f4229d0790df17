import { sha256 } from '#platform/digest.ts'

export type Cell = string | number | null

/**
 * One record in the form that the digest is taken over: a JSON array of its key and its cells, and a line feed.
 * Lines stand in the order of their keys by code point, so `sha256sum` of the exported list gives the digest.
 */
export const canonicalLine = (key: string, cells: readonly Cell[]): string =>
  `${JSON.stringify([key, ...cells])}\n`

export type FrozenLine = {
  readonly key: string
  readonly declared: unknown
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly records: number
  readonly digest: string
}

export type FrozenHead = {
  readonly title: string
  readonly asOf: string
  readonly recordedUpTo: Date
  readonly note: string
  readonly corrects: string | null
  readonly seal: { readonly no: number; readonly digest: string } | null
}

/** The digest of a publication: what it says, of when, under which seal, and every line in its order. */
export function publicationDigest(head: FrozenHead, lines: readonly FrozenLine[]): string {
  const { title, asOf, note, corrects, seal } = head
  const first = [
    title,
    asOf,
    head.recordedUpTo.toISOString(),
    note,
    corrects,
    seal?.no ?? null,
    seal?.digest ?? null,
  ]
  const rest = lines.map((line) => [
    line.key,
    sorted(line.declared),
    line.value,
    line.numerator,
    line.denominator,
    line.records,
    line.digest,
  ])
  return sha256([first, ...rest].map((line) => JSON.stringify(line)).join('\n'))
}

/** The database gives an object's names back in an order of its own. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)])
}
