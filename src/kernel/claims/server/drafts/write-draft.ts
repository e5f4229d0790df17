import { sql } from 'kysely'
import { reachOf, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, forbidden } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { claims } from '../../contract.ts'
import type { DraftContent } from '../../shapes-drafts.ts'
import { requireDraft, requireWriter, savedMeanwhile, type Writer } from './draft-row.ts'
import { draftTables } from './draft-tables.ts'

/** A page saves every few seconds; one of its versions in so long is kept. */
const KEEP_EVERY_MS = 5 * 60_000

/** From wherever the caller may write highest: a report speaks for a unit, not for whoever sits at the desk. */
export const createDraft: Handler<typeof claims.createDraft> = async (ctx, { title, kind }) => {
  const writer = requireWriter(ctx)
  const organisationId = await unitOfWriter(ctx)
  await requireAt(ctx, 'claims.write', organisationId)
  const id = newId(ctx.now.getTime())
  const content: DraftContent = {
    title,
    kind,
    addressee: '',
    documentNumber: '',
    signer: '',
    dated: null,
    paragraphs: [],
  }
  await insertDraft(ctx, { id, organisationId, content, writer })
  Object.assign(ctx.auditNote, { organisationId, subjects: [`draft:${id}`] })
  return { id, revision: 1 }
}

export type NewDraft = { id: string; organisationId: string; content: DraftContent; writer: Writer }

/** Writes a draft and its first version. */
export async function insertDraft(ctx: Context, { id, organisationId, content, writer }: NewDraft) {
  const text = JSON.stringify(content)
  await draftTables(ctx)
    .insertInto('claims.draft')
    .values({
      id,
      organisation_id: organisationId,
      revision: 1,
      state: 'writing',
      title: content.title,
      content: text,
      begun_by_bk: writer.bk,
      begun_by_id: writer.id,
      begun_by_name: writer.name,
      ...savedBy(ctx, writer),
    })
    .execute()
  await keepVersion(ctx, id, 1, text, writer)
}

async function unitOfWriter(ctx: Context): Promise<string> {
  const [highest = ''] = reachOf(ctx, 'claims.write').toSorted((a, b) => a.length - b.length)
  const unit = await draftTables(ctx)
    .selectFrom('organisations.organisation')
    .select('id')
    .where(sql<boolean>`path = ${highest}::ltree`)
    .executeTakeFirst()
  if (unit === undefined) throw forbidden('claims.write')
  return unit.id
}

export const saveDraft: Handler<typeof claims.saveDraft> = async (ctx, { id, revision, content, keep }) => {
  const writer = requireWriter(ctx)
  const draft = await requireDraft(ctx, id, 'claims.write')
  if (draft.state !== 'writing') throw notWriting()
  if (draft.revision !== revision) throw savedMeanwhile()
  const text = JSON.stringify(content)
  const next = revision + 1
  await draftTables(ctx)
    .updateTable('claims.draft')
    .set({ revision: next, title: content.title, content: text, ...savedBy(ctx, writer) })
    .where('id', '=', id)
    .execute()
  if (keep || (await isVersionDue(ctx, id, writer))) await keepVersion(ctx, id, next, text, writer)
  return { revision: next, savedAt: ctx.now }
}

const savedBy = (ctx: Context, { bk, id, name }: Writer) => ({
  saved_by_bk: bk,
  saved_by_id: id,
  saved_by_name: name,
  saved_at: ctx.now,
})

/** Somebody else wrote the last one that was kept, or some minutes have gone by since. */
async function isVersionDue(ctx: Context, id: string, writer: Writer): Promise<boolean> {
  const last = await draftTables(ctx)
    .selectFrom('claims.draft_version')
    .select(['saved_by_bk', 'saved_by_id', 'saved_at'])
    .where('draft_id', '=', id)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const isSame = last.saved_by_bk === writer.bk && last.saved_by_id === writer.id
  return !isSame || ctx.now.getTime() - last.saved_at.getTime() >= KEEP_EVERY_MS
}

/** Keeps what stands as a version, unless it is kept already. */
export async function keepVersion(
  ctx: Context,
  id: string,
  revision: number,
  content: string,
  writer: Writer,
): Promise<void> {
  await draftTables(ctx)
    .insertInto('claims.draft_version')
    .values({ draft_id: id, revision, content, ...savedBy(ctx, writer) })
    .onConflict((found) => found.columns(['draft_id', 'revision']).doNothing())
    .execute()
}

const notWriting = () =>
  conflict('not-writing', {
    zh: '这篇文稿已经送审或作废，先撤回或恢复再改。',
    en: 'This text was handed in or put away; take it back or restore it first.',
  })
