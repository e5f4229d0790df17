import { madeBy } from '#kernel/organisations/index.ts'
import { reachOf, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, forbidden, invalid, notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { faultsOf } from '../../rules/standard/standard-faults.ts'
import { tables } from '../tables.ts'

/** A draft may contradict itself while it is written; it is told so each time, and cannot be proposed. */
export const saveStandardDraft: Handler<typeof stations.saveStandardDraft> = async (ctx, input) => {
  const faults = faultsOf(input.content)
  if (input.id !== undefined) return { ...(await changeDraft(ctx, input.id, input)), faults }
  const organisationId = input.organisationId ?? (await firstUnit(ctx))
  await requireAt(ctx, 'stations.standards', organisationId)
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('stations.standard_draft')
    .values({
      id,
      standard: input.standard,
      organisation_id: organisationId,
      content: JSON.stringify(input.content),
      ...makerOf(ctx),
      updated_at: ctx.now,
    })
    .execute()
  ctx.auditNote.organisationId = organisationId
  ctx.auditNote.subjects = [`standard-draft:${id}`]
  return { id, revision: 1, faults }
}

type Change = Parameters<typeof saveStandardDraft>[1]

async function changeDraft(ctx: Context, id: string, { revision, standard, content }: Change) {
  const draft = await lockDraft(ctx, id)
  if (revision !== undefined && revision !== draft.revision) throw changedMeanwhile(draft.madeBy)
  await tables(ctx)
    .updateTable('stations.standard_draft')
    .set({
      revision: draft.revision + 1,
      standard,
      content: JSON.stringify(content),
      ...makerOf(ctx),
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute()
  return { id, revision: draft.revision + 1 }
}

/** Holds the draft for the caller, who may write drafts where it lies. */
export async function lockDraft(ctx: Context, id: string) {
  const draft = await tables(ctx)
    .selectFrom('stations.standard_draft')
    .select(['id', 'standard', 'revision', 'content', 'organisation_id as organisationId'])
    .select('made_by as madeBy')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (draft === undefined) throw notFound({ zh: '标准草案', en: 'draft' })
  await requireAt(ctx, 'stations.standards', draft.organisationId)
  ctx.auditNote.organisationId = draft.organisationId
  ctx.auditNote.subjects = [`standard-draft:${id}`]
  return draft
}

export const changedMeanwhile = (who: string) =>
  conflict('changed-meanwhile', {
    zh: `${who}刚刚保存过这份草案。请刷新后再改。`,
    en: `${who} has just saved this draft. Reload it before you change it.`,
  })

export const discardStandardDraft: Handler<typeof stations.discardStandardDraft> = async (ctx, { id }) => {
  await lockDraft(ctx, id)
  await tables(ctx).deleteFrom('stations.standard_draft').where('id', '=', id).execute()
  return { discarded: true }
}

/** The unit at which the caller drafts: the highest at which they may. */
async function firstUnit(ctx: Context): Promise<string> {
  const [unit] = reachOf(ctx, 'stations.standards').toSorted((a, b) => a.length - b.length)
  const row =
    unit === undefined
      ? undefined
      : await tables(ctx)
          .selectFrom('organisations.organisation')
          .select('id')
          .where('path', '=', unit)
          .executeTakeFirst()
  if (row === undefined) throw forbidden('stations.standards')
  return row.id
}

export function makerOf(ctx: Context) {
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  return { made_by: madeBy(ctx), made_by_bk: person?.bk ?? null, made_by_id: person?.id ?? null }
}

/** The first contradiction by its place, with all of them named. */
export function requireSound(content: Change['content']): void {
  const [first, ...others] = faultsOf(content)
  if (first === undefined) return
  const more = others.length === 0 ? '' : `（另有${others.length}处）`
  throw invalid('standard-contradicts-itself', {
    field: first.field,
    reason: {
      zh: `标准自相矛盾：${first.reason.zh}${more}`,
      en: `The standard contradicts itself: ${first.reason.en}${others.length === 0 ? '' : ` (and ${others.length} more)`}`,
    },
    accepted: { zh: '每项要求都做得到、判得清', en: 'a standard whose every need can be met and judged' },
  })
}
