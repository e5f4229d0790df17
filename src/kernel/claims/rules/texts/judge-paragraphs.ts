import { makeParagraphChecker } from '../drafts/check-paragraph.ts'
import type { Catalogue } from '../drafts/catalogue.ts'
import { isProblem, type Finding } from '../drafts/finding.ts'
import type { DraftParagraph } from '../../shapes-drafts.ts'

/** A number of a text that somebody has to answer for, by its paragraph (from 0) and its words. */
export type Explained = { readonly paragraph: number; readonly words: string; readonly reason: string }

export type Judged = { readonly paragraph: number; readonly finding: Finding }

/** What is found of every number of a text, in order. */
export function judgeParagraphs(paragraphs: readonly DraftParagraph[], catalogue: Catalogue): Judged[] {
  const check = makeParagraphChecker(catalogue)
  return paragraphs.flatMap(({ text, numbers }, paragraph) =>
    check(text, numbers).map((finding) => ({ paragraph, finding })),
  )
}

/** Numbers that stop a publication, and for which nobody has said why they stand all the same. */
export const unexplained = (judged: readonly Judged[], explained: readonly Explained[]): Judged[] =>
  judged.filter((one) => isProblem(one.finding.mark) && reasonFor(one, explained) === undefined)

export const reasonFor = ({ paragraph, finding: { words } }: Judged, explained: readonly Explained[]) =>
  explained.find((one) => one.paragraph === paragraph && one.words === words)?.reason
