import type { Text } from '#platform/text.ts'
import type { PublishedParagraph } from '../../shapes-texts.ts'

type Change = { readonly title: Text; readonly before: string | null; readonly after: string | null }

/** Numbers that are not as before, figure by figure: what stood there, what stands there now; null where nothing does. */
export function numberChanges(
  before: readonly PublishedParagraph[],
  after: readonly PublishedParagraph[],
): Change[] {
  const [old, now] = [wordsByFigure(before), wordsByFigure(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    if (was?.words === is?.words) return []
    return [{ title: (is ?? was)!.title, before: was?.words ?? null, after: is?.words ?? null }]
  })
}

/** A figure that a text says several times stands with all of its words. */
function wordsByFigure(paragraphs: readonly PublishedParagraph[]) {
  const found = new Map<string, { title: Text; words: string }>()
  for (const { words, figure } of paragraphs.flatMap(({ numbers }) => numbers)) {
    if (figure === null) continue
    const before = found.get(figure.key)
    const all = before === undefined ? words : `${before.words}、${words}`
    found.set(figure.key, { title: figure.title, words: all })
  }
  return found
}
