import type { Text } from '#platform/text.ts'
import { clauseAround } from './sentences.ts'

/** From here on a figure is offered; from `NAMED` on the words are taken to speak of it. */
const OFFERED = 0.45
const NAMED = 0.74
/** What the clause before says may belong to this one, and may not. */
const EARLIER_WEIGHT = 0.8

/** A figure, or a claim: what it is about stands in its title. */
export type Titled = { readonly title: Text }

export type Match<T extends Titled> = {
  readonly one: T
  readonly score: number
  readonly isNamed: boolean
}

/** A part of the city, of the year or of a plan: what is said of it is not said of the whole figure. */
const NARROWS =
  /其中|新增|新建|今年|本月|上月|本年|当年|去年|上年|计划|目标|力争|拟|将|预计|[^全本社园校厂景灾片]{2}[区县镇乡]|国家级|省级|市级|每[年月日天人家次]|平均|人均|日均/

/**
 * What the words around a number may speak of, the likeliest first. A figure is named where nearly all of its title stands
 * there in order; it is never accused of what is said of a part.
 */
export function matchTitles<T extends Titled>(
  sentence: string,
  place: { readonly start: number; readonly end: number },
  all: readonly T[],
  mayBe: (one: T) => boolean = () => true,
): Match<T>[] {
  const { own, earlier } = clauseAround(sentence, place.start, place.end)
  const [near, wide] = [wordsOf(own), wordsOf(earlier + own)]
  return titlesOf(all)
    .filter(({ one }) => mayBe(one))
    .map(({ one, ...title }) => {
      const score = Math.max(likeness(title, near), EARLIER_WEIGHT * likeness(title, wide))
      return { one, score, isNamed: score >= NAMED && !isNarrowed(own, title.text) }
    })
    .filter(({ score }) => score >= OFFERED)
    .sort((a, b) => b.score - a.score || b.one.title.zh.length - a.one.title.zh.length)
}

const isNarrowed = (words: string, title: string): boolean => {
  const narrow = NARROWS.exec(words)
  return narrow !== null && !title.includes(narrow[0])
}

type Words = {
  readonly text: string
  readonly letters: ReadonlySet<string>
  readonly pairs: readonly string[]
}
type Title<T> = Words & { readonly one: T }

const plain = (text: string) => text.replaceAll(/[的“”·\s]/g, '')

function wordsOf(written: string): Words & { readonly pairSet: ReadonlySet<string> } {
  const text = plain(written)
  const pairs = Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
  return { text, letters: new Set(text), pairs, pairSet: new Set(pairs) }
}

/** A catalogue's titles are taken apart once, and not for each of the thousands of numbers in a text. */
const taken = new WeakMap<readonly Titled[], readonly Title<Titled>[]>()

function titlesOf<T extends Titled>(all: readonly T[]): readonly Title<T>[] {
  const known = taken.get(all)
  // Kept by the list that it was made of, and so of its kind.
  if (known !== undefined) return known as readonly Title<T>[]
  const titles = all.map((one) => ({ one, ...wordsOf(one.title.zh.replaceAll(/（[^）]*）/g, '')) }))
  taken.set(all, titles)
  return titles
}

/** How much of a title stands in the words: half by its letters in order, half by its pairs of letters. */
function likeness(title: Words, words: ReturnType<typeof wordsOf>): number {
  let pairs = 0
  for (const pair of title.pairs) if (words.pairSet.has(pair)) pairs += 1
  if (pairs === 0) return 0
  const byPairs = 0.5 * (pairs / title.pairs.length)
  // No more letters can stand there in order than stand there at all: most titles end here, without the long way.
  let present = 0
  for (const letter of title.text) if (words.letters.has(letter)) present += 1
  if (byPairs + 0.5 * (present / title.text.length) < OFFERED) return 0
  return byPairs + 0.5 * (commonLength(title.text, words.text) / title.text.length)
}

/** Length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const letter of a) {
    const next = [0]
    for (let at = 0; at < b.length; at += 1)
      next.push(letter === b[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!))
    row = next
  }
  return row[b.length]!
}
