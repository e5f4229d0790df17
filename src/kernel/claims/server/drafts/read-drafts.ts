import { sql } from 'kysely'
import { holdsAt, reachOf, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { claims } from '../../contract.ts'
import { movesOpen } from '../../rules/drafts/draft-moves.ts'
import { findTextCase } from '../texts/text-procedure.ts'
import { isWriterOf } from './draft-row.ts'
import { draftTables } from './draft-tables.ts'

const LISTED_MAX = 200

const draftsIn = (ctx: Context, reach: readonly string[]) =>
  draftTables(ctx)
    .selectFrom('claims.draft as draft')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'draft.organisation_id')
    .where(sql<boolean>`unit.path <@ any(${reach}::ltree[])`)

const LINE = [
  'draft.id',
  'draft.title',
  'draft.state',
  'unit.name as organisationName',
  'draft.begun_by_name as begunByName',
  'draft.saved_by_name as savedByName',
  'draft.saved_at as savedAt',
] as const

const PUBLISHED = sql<number>`(select count(*) from claims.text_version v where v.text_id = draft.id)`.as(
  'published',
)

export const listDrafts: Handler<typeof claims.listDrafts> = async (
  ctx,
  { state, search = '', page, pageSize },
) => {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const all = draftsIn(ctx, reachOf(ctx, 'claims.read'))
    .where('draft.title', 'ilike', pattern)
    // What was put away is shown to whoever asks for it.
    .where(
      sql<boolean>`(draft.state = ${state ?? null} or (${state ?? null}::text is null and draft.state <> 'discarded'))`,
    )
  const { total } = await all.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await all
    .select(LINE)
    .select(sql<'report' | 'notice' | 'letter'>`draft.content->>'kind'`.as('kind'))
    .orderBy('draft.saved_at', 'desc')
    .orderBy('draft.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { rows, total }
}

export const getDraft: Handler<typeof claims.getDraft> = async (ctx, { id }) => {
  const draft = await draftsIn(ctx, reachOf(ctx, 'claims.read'))
    .select(LINE)
    .select(['draft.revision', 'draft.content', 'draft.organisation_id as organisationId'])
    .select(PUBLISHED)
    .where('draft.id', '=', id)
    .executeTakeFirst()
  if (draft === undefined) throw noSuchDraft()
  const { organisationId, ...rest } = draft
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  const mayWrite = person !== null && (await holdsAt(ctx, 'claims.write', organisationId))
  const mayPublish = person !== null && (await holdsAt(ctx, 'claims.publish', organisationId))
  const isWriter = person !== null && (await isWriterOf(ctx, id, person))
  return {
    ...rest,
    kind: draft.content.kind,
    mayWrite: mayWrite && draft.state === 'writing',
    mayMove: movesOpen(draft.state, { mayWrite, mayPublish, isWriter }),
    caseId: (await findTextCase(ctx, id))?.id ?? null,
    versions: await versionsOf(ctx, id),
    moves: await movesOf(ctx, id),
  }
}

const versionsOf = (ctx: Context, id: string) =>
  draftTables(ctx)
    .selectFrom('claims.draft_version')
    .select(['revision', 'saved_by_name as savedByName', 'saved_at as savedAt'])
    .where('draft_id', '=', id)
    .orderBy('revision', 'desc')
    .limit(LISTED_MAX)
    .execute()

const movesOf = (ctx: Context, id: string) =>
  draftTables(ctx)
    .selectFrom('claims.draft_move')
    .select(['move', 'revision', 'reason', 'made_by_name as madeByName', 'made_at as madeAt'])
    .where('draft_id', '=', id)
    .orderBy('no', 'desc')
    .limit(LISTED_MAX)
    .execute()

export const getDraftVersion: Handler<typeof claims.getDraftVersion> = async (ctx, { id, revision }) => {
  const version = await draftTables(ctx)
    .selectFrom('claims.draft_version as version')
    .innerJoin('claims.draft as draft', 'draft.id', 'version.draft_id')
    .select(['version.revision', 'version.content', 'draft.organisation_id as organisationId'])
    .select(['version.saved_by_name as savedByName', 'version.saved_at as savedAt'])
    .where('version.draft_id', '=', id)
    .where('version.revision', '=', revision)
    .executeTakeFirst()
  if (version === undefined) throw noSuchDraft()
  const { organisationId, ...rest } = version
  await requireAt(ctx, 'claims.read', organisationId)
  return rest
}

const noSuchDraft = () => notFound({ zh: '文稿', en: 'text' })
