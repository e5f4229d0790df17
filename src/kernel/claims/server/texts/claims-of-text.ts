import { findFigureWords } from '#kernel/figures/index.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { isShown } from '../../rules/texts/is-shown.ts'
import { numberClaim, type Ground } from '../../rules/texts/number-claim.ts'
import type { PublishedContent, PublishedNumber } from '../../shapes-texts.ts'
import { claimsWith, type ClaimRow } from '../claims/claim-rows.ts'
import { tables } from '../tables.ts'
import { writtenBy } from '../written-by.ts'

export type VersionOfText = {
  readonly id: string
  readonly text_id: string
  readonly organisation_id: string
  readonly title: string
  readonly as_of: string
  readonly tolerance: number
  readonly reason: string
  readonly content: PublishedContent
  readonly organisationName: string
}

type Wanted = ReturnType<typeof claimOf> & object

/**
 * Makes the numbers of a published text claims of their own, bound as they are bound in the text. In a correction each is
 * the next version of the claim that it was before, and what the text says no longer is withdrawn.
 */
export async function recordNumbers(ctx: Context, text: VersionOfText): Promise<void> {
  const repeated = await repeatedBy(ctx, text.content)
  const wanted = text.content.paragraphs.flatMap(({ text: words, numbers }, paragraph) =>
    numbers
      .filter(isShown)
      .flatMap((number) => claimOf(ctx, { text, words, paragraph, number, repeated }) ?? []),
  )
  const sourceId = await sourceOf(ctx, text, wanted.length > 0)
  if (sourceId === undefined) return
  const before = await claimsWith(ctx, 'sourceId', [sourceId])
  const free = new Map<string, ClaimRow[]>()
  for (const row of before.filter(({ state }) => state === 'standing'))
    free.set(nameOf(row), [...(free.get(nameOf(row)) ?? []), row])
  const standing = wanted.map((claim) => ({ claim, old: free.get(nameOf(claim))?.shift() }))
  const gone = [...free.values()].flat()
  const rows = [
    ...standing.map(({ claim, old }) => ({
      ...columnsOf(claim),
      claim_id: old?.id ?? newId(ctx.now.getTime()),
      version: (old?.version ?? 0) + 1,
      state: 'standing' as const,
      reason: old === undefined ? '' : text.reason,
      text_version_id: text.id,
      paragraph: claim.paragraph,
      starts_at: claim.start,
    })),
    ...gone.map((old) => ({
      ...columnsOf(old),
      claim_id: old.id,
      version: old.version + 1,
      state: 'withdrawn' as const,
      reason: text.reason,
    })),
  ].map((row) => ({ ...row, source_id: sourceId, ...writtenBy(ctx) }))
  if (rows.length > 0) await tables(ctx).insertInto('claims.claim_version').values(rows).execute()
}

/** By what it counts, and not by its words: those are what a correction changes. */
const nameOf = ({ figureKey, repeatsId, topicZh }: Pick<ClaimRow, 'figureKey' | 'repeatsId' | 'topicZh'>) =>
  figureKey ?? repeatsId ?? topicZh

const columnsOf = (claim: Omit<Wanted, 'paragraph' | 'start'>) => ({
  topic_zh: claim.topicZh,
  topic_en: claim.topicEn,
  words: claim.words,
  value: claim.value,
  low: claim.low,
  high: claim.high,
  unit_zh: claim.unitZh,
  unit_en: claim.unitEn,
  dimension: claim.dimension,
  of_day: claim.ofDay,
  since: claim.since,
  figure_key: claim.figureKey,
  repeats_id: claim.repeatsId,
})

type Placed = {
  readonly text: VersionOfText
  readonly words: string
  readonly paragraph: number
  readonly number: PublishedNumber
  readonly repeated: ReadonlyMap<string, ClaimRow>
}

function claimOf(ctx: Context, { text, words, paragraph, number, repeated }: Placed) {
  const other = number.claim == null ? undefined : repeated.get(number.claim.id)
  const ground = groundOf(ctx, number, other)
  const claim = numberClaim(number, words, ground, text.tolerance)
  if (claim === undefined) return undefined
  const { topic, unit, isAlike, ...rest } = claim
  return {
    ...rest,
    topicZh: topic.zh,
    topicEn: topic.en,
    unitZh: unit.zh,
    unitEn: unit.en,
    ofDay: number.figure?.asOf ?? other?.ofDay ?? text.as_of,
    since: other?.since ?? null,
    figureKey: isAlike ? (number.figure?.key ?? null) : null,
    repeatsId: isAlike ? (other?.id ?? null) : null,
    paragraph,
    start: number.start,
  }
}

function groundOf(ctx: Context, { figure }: PublishedNumber, other: ClaimRow | undefined): Ground | null {
  if (figure !== null) return findFigureWords(ctx, figure.key) ?? null
  if (other === undefined) return null
  const { topicZh, topicEn, unitZh, unitEn, dimension } = other
  return { title: { zh: topicZh, en: topicEn }, unit: { zh: unitZh, en: unitEn }, dimension }
}

async function repeatedBy(ctx: Context, { paragraphs }: PublishedContent) {
  const ids = paragraphs.flatMap(({ numbers }) => numbers.flatMap(({ claim }) => claim?.id ?? []))
  const rows = await claimsWith(ctx, 'id', ids)
  return new Map(rows.map((row) => [row.id, row]))
}

/** One source a text, whatever its version; none where it never had a number to claim. */
async function sourceOf(ctx: Context, text: VersionOfText, isNeeded: boolean): Promise<string | undefined> {
  const known = await tables(ctx)
    .selectFrom('claims.source')
    .select('id')
    .where('text_id', '=', text.text_id)
    .executeTakeFirst()
  if (known !== undefined || !isNeeded) return known?.id
  const id = newId(ctx.now.getTime())
  const { signer } = text.content
  await tables(ctx)
    .insertInto('claims.source')
    .values({
      id,
      organisation_id: text.organisation_id,
      medium: (signer.length < 2 ? text.organisationName : signer).slice(0, MEDIUM_MAX),
      title: text.title,
      said_on: text.as_of,
      href: null,
      text_id: text.text_id,
      ...writtenBy(ctx),
    })
    .execute()
  return id
}

const MEDIUM_MAX = 60
