import type { KnownFigure } from './known-figure.ts'
import { clauseAround } from './sentences.ts'

/** From here on a figure is offered; from `NAMED` on the words are taken to speak of it. */
const OFFERED = 0.45
const NAMED = 0.74
/** What the clause before says may belong to this one, and may not. */
const EARLIER_WEIGHT = 0.8

export type Match = { readonly figure: KnownFigure; readonly score: number; readonly isNamed: boolean }

/** A part of the city, of the year or of a plan: what is said of it is not said of the whole figure. */
const NARROWS =
  /其中|新增|新建|今年|本月|上月|本年|当年|去年|上年|计划|目标|力争|拟|将|预计|[^全本社园校厂景灾片]{2}[区县镇乡]|国家级|省级|市级|每[年月日天人家次]|平均|人均|日均/

/**
 * Figures that the words around a number may speak of, the likeliest first. A figure is named where nearly all of its title
 * stands there in order; it is never accused of what is said of a part.
 */
export function matchFigures(
  sentence: string,
  place: { readonly start: number; readonly end: number },
  figures: readonly KnownFigure[],
): Match[] {
  const { own, earlier } = clauseAround(sentence, place.start, place.end)
  return figures
    .map((figure) => {
      const title = plain(figure.title.zh)
      const score = Math.max(likeness(title, own), EARLIER_WEIGHT * likeness(title, earlier + own))
      return { figure, score, isNamed: score >= NAMED && !isNarrowed(own, title) }
    })
    .filter(({ score }) => score >= OFFERED)
    .sort((a, b) => b.score - a.score || b.figure.title.zh.length - a.figure.title.zh.length)
}

const isNarrowed = (words: string, title: string): boolean => {
  const narrow = NARROWS.exec(words)
  return narrow !== null && !title.includes(narrow[0])
}

const plain = (title: string) => title.replaceAll(/（[^）]*）|[的“”·\s]/g, '')

/** How much of a title stands in the words: half by its letters in order, half by its pairs of letters. */
export function likeness(title: string, words: string): number {
  if (title.length < 2) return 0
  const text = words.replaceAll(/[的“”·\s]/g, '')
  let pairs = 0
  for (let at = 0; at + 1 < title.length; at += 1) if (text.includes(title.slice(at, at + 2))) pairs += 1
  if (pairs === 0) return 0
  return 0.5 * (pairs / (title.length - 1)) + 0.5 * (commonLength(title, text) / title.length)
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
