import { settledMoment } from '#kernel/figures/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { invalidInput } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { claims } from '../../contract.ts'
import { catalogueOf, type Catalogue } from '../../rules/drafts/catalogue.ts'
import { refill } from '../../rules/drafts/refill.ts'
import { TOLERANCE } from '../../rules/numbers/ranges.ts'
import {
  judgeParagraphs,
  unexplained,
  type Explained,
  type Judged,
} from '../../rules/texts/judge-paragraphs.ts'
import type { DraftParagraph } from '../../shapes-drafts.ts'
import { checkClaims } from '../claims/check-claims.ts'
import { requireReadable, requireWriter, type Writer } from '../drafts/draft-row.ts'
import { draftTables } from '../drafts/draft-tables.ts'
import { moveDraft } from '../drafts/move-draft.ts'
import { draftOf } from '../drafts/draft-of.ts'
import { recordNumbers } from './claims-of-text.ts'
import { freezeNumbers } from './freeze-numbers.ts'
import { knownClaims } from './known-claims.ts'
import { knownFigures } from './known-figures.ts'
import { lastVersion, textDigest } from './text-rows.ts'
import { actOnText } from './text-procedure.ts'

/** Approves what others wrote, by the records of one settled moment. */
export const publishDraft: Handler<typeof claims.publishDraft> = async (ctx, input) => {
  await requireReadable(ctx, input.id, 'claims.publish')
  // Before anything is written or locked: whoever waited for a row of ours would be waited for.
  const recordedUpTo = await settledMoment(ctx)
  const { version, digest } = await publishNow(ctx, { ...input, recordedUpTo })
  await checkClaims(ctx)
  return { version, digest }
}

type Publishing = {
  readonly id: string
  readonly revision: number
  readonly explained: readonly Explained[]
  readonly recordedUpTo: Date
}

/**
 * Publishes a text as of today: live fields are filled anew, every number is judged by the records of the moment, and those
 * records are frozen with it. A number that does not hold stops it unless the approver says why.
 */
export async function publishNow(ctx: Context, { id, revision, explained, recordedUpTo }: Publishing) {
  const approver = requireWriter(ctx)
  const { draft } = await moveDraft(ctx, id, 'publish', { revision })
  const now = await judgeNow(ctx, id, draft.content.paragraphs, recordedUpTo)
  requireExplained(unexplained(now.judged, explained))
  const made = await writeVersion(ctx, { id, approver, recordedUpTo, explained, ...now })
  await actOnText(ctx, id, 'publish')
  ctx.auditNote.subjects = [`draft:${id}`, `text:${made.id}`]
  ctx.auditNote.detail = { digest: made.digest, version: made.version, figures: made.figures.length }
  const reasons = explained.map(({ words, reason }) => `${words}：${reason}`).join('；')
  if (reasons !== '') ctx.auditNote.reason = reasons
  return made
}

async function judgeNow(ctx: Context, id: string, before: readonly DraftParagraph[], recordedUpTo: Date) {
  const text = { paragraphs: [...before] }
  const catalogue = catalogueOf({
    figures: await knownFigures(ctx, text, { recordedUpTo }),
    claims: await knownClaims(ctx, id, text),
    tolerance: TOLERANCE,
  })
  const paragraphs = refill(before, catalogue.byKey)
  return { paragraphs, judged: judgeParagraphs(paragraphs, catalogue), catalogue }
}

type Making = {
  readonly id: string
  readonly approver: Writer
  readonly recordedUpTo: Date
  readonly paragraphs: readonly DraftParagraph[]
  readonly judged: readonly Judged[]
  readonly catalogue: Catalogue
  readonly explained: readonly Explained[]
}

async function writeVersion(ctx: Context, { id, approver, ...making }: Making) {
  const draft = (await draftOf(ctx, id))!
  const [handedIn, correcting] = [await lastMove(ctx, id, 'hand-in'), await lastMove(ctx, id, 'correct')]
  const before = await lastVersion(ctx, id)
  const frozen = await freezeNumbers(ctx, {
    ...making,
    draft,
    corrects: before?.figures ?? [],
    proposedBy: { key: { bk: handedIn!.bk, id: handedIn!.id }, name: handedIn!.name },
    approvedBy: { key: { bk: approver.bk, id: approver.id }, name: approver.name },
  })
  const { title, kind, addressee, documentNumber, signer, dated } = draft
  const row = {
    id: newId(ctx.now.getTime()),
    text_id: id,
    version: (before?.version ?? 0) + 1,
    revision: draft.version,
    organisation_id: draft.organisationId,
    title,
    as_of: cityDay(ctx.now),
    recorded_up_to: making.recordedUpTo,
    tolerance: frozen.tolerance,
    figures: [...frozen.figures],
    reason: before === undefined ? '' : (correcting?.reason ?? ''),
    handed_in_by_bk: handedIn!.bk,
    handed_in_by_id: handedIn!.id,
    handed_in_by_name: handedIn!.name,
    approved_by_bk: approver.bk,
    approved_by_id: approver.id,
    approved_by_name: approver.name,
    published_at: ctx.now,
  }
  const content = { title, kind, addressee, documentNumber, signer, dated, paragraphs: frozen.paragraphs }
  const digest = textDigest({ ...row, content, figureDigests: frozen.digests })
  await draftTables(ctx)
    .insertInto('claims.text_version')
    .values({ ...row, content: JSON.stringify(content), digest })
    .execute()
  await draftTables(ctx)
    .insertInto('claims.text_writer')
    .values(
      draft.writers.map(({ bk, id: writerId }) => ({
        text_version_id: row.id,
        writer_bk: bk,
        writer_id: writerId,
        approved_by_bk: approver.bk,
        approved_by_id: approver.id,
      })),
    )
    .execute()
  await recordNumbers(ctx, { ...row, content, organisationName: draft.organisationName })
  return { ...row, digest }
}

const lastMove = (ctx: Context, draftId: string, move: 'hand-in' | 'correct') =>
  draftTables(ctx)
    .selectFrom('claims.draft_move')
    .select(['made_by_bk as bk', 'made_by_id as id', 'made_by_name as name', 'reason'])
    .where('draft_id', '=', draftId)
    .where('move', '=', move)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Every number that stops it is named with what is wrong, so that all are answered at once. */
function requireExplained(open: readonly Judged[]): void {
  if (open.length === 0) return
  throw invalidInput(
    open.map(({ paragraph, finding: { words, lines, mark } }) => ({
      field: `explained.${paragraph}.${words}`,
      code: mark,
      reason: {
        zh: `第${paragraph + 1}段“${words}”：${lines.map(({ zh }) => zh).join('；')}`,
        en: `Paragraph ${paragraph + 1}, “${words}”: ${lines.map(({ en }) => en).join('; ')}`,
      },
      accepted: { zh: '退回改对，或者写明为什么照发', en: 'send it back, or say why it stands' },
    })),
  )
}
