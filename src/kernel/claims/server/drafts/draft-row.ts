import { requireAt } from '#platform/authorise.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict, forbidden, notFound } from '#platform/failures.ts'
import { draftTables } from './draft-tables.ts'

export type Writer = { readonly bk: number; readonly id: string; readonly name: string }

/** Who writes: a known person, never a job or a machine, because whoever wrote does not approve. */
export function requireWriter(ctx: Context): Writer {
  const { actor } = ctx
  if (actor.kind !== 'account' || actor.person === null) throw forbidden('person')
  return { ...actor.person, name: actor.name }
}

/** The draft, locked until the command ends, where the caller holds the permission at its unit. */
export async function requireDraft(ctx: Context, id: string, permission: string) {
  const draft = await draftTables(ctx)
    .selectFrom('claims.draft')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (draft === undefined) throw notFound({ zh: '文稿', en: 'text' })
  await requireAt(ctx, permission, draft.organisation_id)
  Object.assign(ctx.auditNote, { organisationId: draft.organisation_id, subjects: [`draft:${id}`] })
  return draft
}

/** The draft as it stands, where the caller may read it. */
export async function requireReadable(ctx: Context, id: string, permission = 'claims.read') {
  const draft = await draftTables(ctx)
    .selectFrom('claims.draft')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (draft === undefined) throw notFound({ zh: '文稿', en: 'text' })
  await requireAt(ctx, permission, draft.organisation_id)
  return draft
}

/** Whether the person wrote a word of it, in whatever version. */
export async function isWriterOf(ctx: Context, draftId: string, { bk, id }: PersonKey): Promise<boolean> {
  const written = await draftTables(ctx)
    .selectFrom('claims.draft_version')
    .select('revision')
    .where('draft_id', '=', draftId)
    .where('saved_by_bk', '=', bk)
    .where('saved_by_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return written !== undefined
}

export const savedMeanwhile = () =>
  conflict('saved-meanwhile', {
    zh: '这篇文稿刚刚被别人保存过。您写的还在屏幕上，请先看对方的改动。',
    en: 'Somebody else has saved this text meanwhile. What you wrote is still on your screen.',
  })
