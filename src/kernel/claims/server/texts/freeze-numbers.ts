import { publishFigures, findFigureWords, type FiguresToPublish } from '#kernel/figures/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Catalogue } from '../../rules/drafts/catalogue.ts'
import { isProblem, type Finding } from '../../rules/drafts/finding.ts'
import { dayRight } from '../../rules/drafts/judge-number.ts'
import { paragraphKind } from '../../rules/drafts/paragraph-kind.ts'
import { TOLERANCE } from '../../rules/numbers/ranges.ts'
import { readNumber } from '../../rules/numbers/read-number.ts'
import { reasonFor, type Explained, type Judged } from '../../rules/texts/judge-paragraphs.ts'
import type { DraftParagraph } from '../../shapes-drafts.ts'
import type { PublishedNumber, PublishedParagraph } from '../../shapes-texts.ts'
import type { DraftToPublish } from '../drafts/draft-of.ts'

type Numbers = Pick<FiguresToPublish, 'proposedBy' | 'approvedBy' | 'recordedUpTo'> & {
  readonly draft: Pick<DraftToPublish, 'title' | 'organisationId'>
  readonly paragraphs: readonly DraftParagraph[]
  readonly judged: readonly Judged[]
  readonly explained: readonly Explained[]
  readonly catalogue: Catalogue
  /** The publications of the version before, by their days. */
  readonly corrects: readonly string[]
}

type Frozen = {
  readonly paragraphs: PublishedParagraph[]
  readonly figures: readonly string[]
  readonly digests: readonly string[]
  readonly tolerance: number
}

/** A title of figures holds eighty characters, brackets and words of ours included. */
const TITLE_MAX = 60

/**
 * Freezes the figures that a text is bound to: one publication for each day that its numbers tell of, which is today but where
 * only an earlier day makes a number right. Answers the text with what was found of every number.
 */
export async function freezeNumbers(ctx: Context, numbers: Numbers): Promise<Frozen> {
  const { draft, paragraphs, judged, explained, recordedUpTo, proposedBy, approvedBy } = numbers
  const dayOf = (finding: Finding) => dayTold(finding, numbers.catalogue) ?? cityDay(ctx.now)
  const keysOfDay = new Map<string, Set<string>>()
  for (const { finding } of judged) {
    const key = figureKeyOf(finding)
    if (key === undefined || findFigureWords(ctx, key) === undefined) continue
    const day = dayOf(finding)
    keysOfDay.set(day, (keysOfDay.get(day) ?? new Set()).add(key))
  }
  const publications = new Map<string, { publicationId: string; digest: string }>()
  const days = [...keysOfDay].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [at, [asOf, keys]] of days.entries()) {
    const made = await publishFigures(ctx, {
      organisationId: draft.organisationId,
      title: `《${draft.title.slice(0, TITLE_MAX)}》所用数字`,
      asOf,
      recordedUpTo,
      keys: [...keys].toSorted(),
      note: '',
      // The newest of this version corrects the newest of the one before; none is corrected twice.
      corrects: at === days.length - 1 ? (numbers.corrects.at(-1) ?? null) : null,
      proposedBy,
      approvedBy,
    })
    publications.set(asOf, made)
  }
  const numberOf = (one: Judged): PublishedNumber => ({
    ...placeOf(one),
    claim: claimOf(one.finding, numbers.catalogue),
    figure: figureOf(ctx, one.finding, dayOf(one.finding), publications),
    reason: isProblem(one.finding.mark) ? (reasonFor(one, explained) ?? null) : null,
  })
  return {
    paragraphs: paragraphs.map(({ text }, at) => ({
      kind: paragraphKind(text),
      text,
      numbers: judged.filter(({ paragraph }) => paragraph === at).map(numberOf),
    })),
    figures: [...publications.values()].map(({ publicationId }) => publicationId),
    digests: [...publications.values()].map(({ digest }) => digest),
    tolerance: TOLERANCE,
  }
}

const figureKeyOf = ({ bound }: Finding): string | undefined =>
  bound !== null && 'figure' in bound ? bound.figure : undefined

/** The earlier day on which a number was right that is so no longer: that day is what it tells of. */
function dayTold(finding: Finding, { byKey, tolerance }: Catalogue): string | undefined {
  if (finding.mark !== 'out-of-date') return undefined
  const figure = byKey.get(figureKeyOf(finding) ?? '')
  const number = readNumber(finding.words, tolerance)
  return figure && number && dayRight(number, figure)?.asOf
}

function placeOf({ finding: { start, end, words, mark, lines, bound } }: Judged) {
  const source = bound !== null && 'source' in bound ? bound.source : null
  return { start, end, words, mark, lines: [...lines], source }
}

function claimOf({ bound }: Finding, { claimById }: Catalogue): PublishedNumber['claim'] {
  const claim = bound !== null && 'claim' in bound ? claimById.get(bound.claim) : undefined
  if (claim === undefined) return null
  const { id, words, title, where } = claim
  return { id, words, title, where }
}

function figureOf(
  ctx: Context,
  finding: Finding,
  asOf: string,
  publications: ReadonlyMap<string, { publicationId: string }>,
): PublishedNumber['figure'] {
  const key = figureKeyOf(finding)
  const words = key === undefined ? undefined : findFigureWords(ctx, key)
  const publication = publications.get(asOf)
  if (key === undefined || words === undefined || publication === undefined) return null
  return { key, title: words.title, asOf, publicationId: publication.publicationId }
}
