import { findFigureWords } from '#kernel/figures/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid, notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { InputOf } from '#platform/contract.ts'
import type { claims } from '../../contract.ts'
import { tables } from '../tables.ts'
import { writtenBy } from '../written-by.ts'
import { checkClaims } from './check-claims.ts'
import { verdictOf } from './verdict-of.ts'

type Draft = Omit<InputOf<typeof claims.recordClaim>, 'sourceId'>

export const recordClaim: Handler<typeof claims.recordClaim> = async (ctx, input) => {
  await requireSource(ctx, input.sourceId)
  const id = newId(ctx.now.getTime())
  await insertVersion(ctx, { id, version: 1, state: 'standing', reason: '' }, input)
  return { id, verdict: await verdictOf(ctx, 'claim', id) }
}

export const correctClaim: Handler<typeof claims.correctClaim> = async (
  ctx,
  { id, state, reason, ...input },
) => {
  const before = await tables(ctx)
    .selectFrom('claims.claim_version')
    .select(['version', 'source_id'])
    .where('claim_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (before === undefined) throw notFound({ zh: '说法', en: 'claim' })
  await requireSource(ctx, before.source_id)
  await requireSource(ctx, input.sourceId)
  const version = before.version + 1
  await insertVersion(ctx, { id, version, state, reason }, input)
  ctx.auditNote.reason = reason
  await checkClaims(ctx)
  return { version, verdict: state === 'withdrawn' ? 'cannot-be-checked' : await verdictOf(ctx, 'claim', id) }
}

/** The source lies where its claims lie: whoever may write there may write them. */
async function requireSource(ctx: Context, id: string): Promise<void> {
  const source = await tables(ctx)
    .selectFrom('claims.source')
    .select(['organisation_id', 'text_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (source === undefined) throw notFound({ zh: '出处', en: 'source' })
  await requireAt(ctx, 'claims.write', source.organisation_id)
  if (source.text_id !== null) throw numberOfText()
  ctx.auditNote.organisationId = source.organisation_id
}

const numberOfText = () =>
  conflict('number-of-text', {
    zh: '这个数字属于一篇公布的文稿，跟着文稿更正，不单独改。',
    en: 'This number stands in a published text: it is corrected with that text, and not by itself.',
  })

type Head = { id: string; version: number; state: 'standing' | 'withdrawn'; reason: string }

async function insertVersion(ctx: Context, head: Head, draft: Draft & { sourceId: string }): Promise<void> {
  requireRange(draft)
  requireSameKind(ctx, draft)
  const { id, ...rest } = head
  await tables(ctx)
    .insertInto('claims.claim_version')
    .values({
      ...rest,
      claim_id: id,
      source_id: draft.sourceId,
      topic_zh: draft.topicZh,
      topic_en: draft.topicEn,
      words: draft.words,
      value: draft.value,
      low: draft.low ?? draft.value,
      high: draft.high === undefined ? draft.value : draft.high,
      unit_zh: draft.unitZh,
      unit_en: draft.unitEn,
      dimension: draft.dimension,
      of_day: draft.ofDay,
      since: draft.since ?? null,
      figure_key: draft.figureKey ?? null,
      ...writtenBy(ctx),
    })
    .execute()
  ctx.auditNote.subjects = [`claim:${id}`]
}

/** 近 and 超 do not mean the number itself, which stands one step outside of what they allow. */
const STEP = 1

function requireRange({ value, low = value, high = value }: Draft): void {
  const end = high ?? Infinity
  if (low <= end && low - STEP <= value && value <= end + STEP) return
  throw invalid('range-without-value', {
    field: 'value',
    reason: { zh: '这个数不在写明的取值范围里。', en: 'The value lies outside the range that is given.' },
  })
}

/** 人 is not 人次, and a sum insured is not spending: what counts something else is never bound. */
function requireSameKind(ctx: Context, { figureKey, dimension, unitZh }: Draft): void {
  if (figureKey === undefined) return
  const figure = findFigureWords(ctx, figureKey)
  if (figure === undefined) throw notFound({ zh: '数字', en: 'figure' })
  if (figure.dimension === dimension) return
  throw invalid('wrong-unit', {
    field: 'figureKey',
    reason: {
      zh: `“${figure.title.zh}”数的是${figure.unit.zh}，说的是${unitZh}，不是同一种量。`,
      en: `“${figure.title.en}” counts ${figure.unit.en}; what was said counts something else.`,
    },
    accepted: { zh: `以${figure.unit.zh}计的说法`, en: `a claim in ${figure.unit.en}` },
  })
}

/** Two who correct one claim at once: the second sees what the first wrote before going on. */
export const correctedMeanwhile = () =>
  conflict('corrected-meanwhile', {
    zh: '这个说法刚刚被别人更正过，请刷新后再改。',
    en: 'Somebody else has just corrected this claim; look again.',
  })
