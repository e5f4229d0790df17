/** A run of letters that both versions have, or only the one before, or only the later one. */
export type Piece = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** Beyond this many pairs of tokens a change is shown whole: nobody reads it letter by letter. */
const PAIRS_MAX = 4_000_000

/**
 * What changed from one version of a text to the next, paragraph by paragraph; those that are the same are left out. Joined,
 * the pieces that are not `added` give the old words, and those that are not `removed` the new ones.
 */
export function changesBetween(before: readonly string[], after: readonly string[]): Piece[][] {
  const changed: Piece[][] = []
  let removed: string[] = []
  let added: string[] = []
  const flush = () => {
    for (let at = 0; at < Math.max(removed.length, added.length); at += 1)
      changed.push(wordChanges(removed[at] ?? '', added[at] ?? ''))
    removed = []
    added = []
  }
  for (const { kind, text } of compare(before, after)) {
    if (kind === 'removed') removed.push(text)
    else if (kind === 'added') added.push(text)
    else flush()
  }
  flush()
  return changed
}

/** Letter by letter, but a number with its digits is one token: 301 becomes 302, and not 30 with another last digit. */
function wordChanges(before: string, after: string): Piece[] {
  const tokens = (text: string) => text.match(/\d[\d,.]*|[\s\S]/gu) ?? []
  const pieces: Piece[] = []
  for (const { kind, text } of compare(tokens(before), tokens(after))) {
    const last = pieces.at(-1)
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text }
    else pieces.push({ kind, text })
  }
  return pieces
}

/** By the longest common subsequence between the heads and tails that are the same. */
function compare(before: readonly string[], after: readonly string[]): Piece[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1
  const as = (kind: Piece['kind'], texts: readonly string[]) => texts.map((text) => ({ kind, text }))
  return [
    ...as('same', before.slice(0, head)),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...as('same', before.slice(before.length - tail)),
  ]
}

function middle(a: readonly string[], b: readonly string[]): Piece[] {
  const removed = (texts: readonly string[]) => texts.map((text): Piece => ({ kind: 'removed', text }))
  const added = (texts: readonly string[]) => texts.map((text): Piece => ({ kind: 'added', text }))
  if (a.length * b.length > PAIRS_MAX) return [...removed(a), ...added(b)]
  // common[i][j]: how many tokens a from i on and b from j on have in common.
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i]![j] =
        a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i]! })
      i += 1
      j += 1
    } else if (common[i + 1]![j]! >= common[i]![j + 1]!) pieces.push(...removed([a[i++]!]))
    else pieces.push(...added([b[j++]!]))
  }
  return [...pieces, ...removed(a.slice(i)), ...added(b.slice(j))]
}
