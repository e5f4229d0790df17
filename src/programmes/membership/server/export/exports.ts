import { readFile } from 'node:fs/promises'
import { sql, type Expression } from 'kysely'
import { getFile } from '#kernel/files/index.ts'
import { madeBy } from '#kernel/organisations/index.ts'
import { openCase, subjectIdOf, type ReviewedProcedure } from '#kernel/review/index.ts'
import { reachOf, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import { newId, randomCode } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { newestCase } from '../case-standing.ts'
import { exportProcedure } from './export-procedure.ts'
import { exportTables } from './export-tables.ts'
import { EXPORT_PURPOSE, makeExport } from './make-export.ts'

/** Masked, it is made at once; with whole numbers, another person must agree first. */
export const requestRosterExport: Handler<typeof membership.requestRosterExport> = async (ctx, input) => {
  await requireAt(ctx, 'membership.export', input.organisationId)
  if (input.form === 'full') await requireAt(ctx, 'membership.export-full', input.organisationId)
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  const row = {
    id: newId(ctx.now.getTime()),
    serial: `${randomCode(4)}-${randomCode(4)}`,
    organisation_id: input.organisationId,
    form: input.form,
    format: input.format,
    reason: input.reason,
    state: 'waiting' as const,
    made_by: madeBy(ctx),
    made_by_bk: person?.bk ?? null,
    made_by_id: person?.id ?? null,
    account_id: accountOf(ctx),
    created_at: ctx.now,
  }
  await exportTables(ctx).insertInto('membership.roster_export').values(row).execute()
  if (input.form === 'masked') {
    await makeExport(ctx, row)
    return { exportId: row.id, state: 'made' }
  }
  await openCase(ctx, exportProcedure, {
    subject: `membership.roster-export:${row.id}`,
    organisationId: input.organisationId,
    applicant: null,
    summary: `导出完整名册（编号 ${row.serial}）：${input.reason}`.slice(0, 200),
    href: '/staff/roster-exports',
  })
  ctx.auditNote.reason = input.reason
  return { exportId: row.id, state: 'waiting' }
}

/** The decision of whoever may agree becomes the export's state, in the decision's transaction. */
export const reviewedExport: ReviewedProcedure = {
  procedure: exportProcedure,
  onState: async (ctx, one, state) => {
    if (state === 'asked') return
    await exportTables(ctx)
      .updateTable('membership.roster_export')
      .set({ state: state === 'agreed' ? 'approved' : 'refused' })
      .where('id', '=', subjectIdOf(one))
      .execute()
  },
}

const accountOf = (ctx: Context) => (ctx.actor.kind === 'account' ? ctx.actor.accountId : null)

const subjectOf = (id: Expression<unknown>) => sql`'membership.roster-export:' || ${id}`

const inReach = (ctx: Context) =>
  exportTables(ctx)
    .selectFrom('membership.roster_export as export')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'export.organisation_id')
    .where(sql<boolean>`organisation.path <@ any(${reachOf(ctx, 'membership.export')}::ltree[])`)

export const listRosterExports: Handler<typeof membership.listRosterExports> = async (
  ctx,
  { page, pageSize },
) => {
  const rows = await inReach(ctx)
    .selectAll('export')
    .select('organisation.name as organisationName')
    .select((select) => [
      sql<
        string | null
      >`(select stood.case_id from ${newestCase(exportProcedure.id, subjectOf(select.ref('export.id')))} as stood)`.as(
        'caseId',
      ),
      sql<boolean>`organisation.path <@ any(${reachOf(ctx, 'membership.approve-export')}::ltree[])`.as(
        'mayAgree',
      ),
    ])
    .orderBy('export.created_at', 'desc')
    .orderBy('export.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await inReach(ctx)
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return {
    total,
    rows: rows.map(({ caseId, mayAgree, ...row }) => ({
      id: row.id,
      serial: row.serial,
      organisationName: row.organisationName,
      form: row.form,
      format: row.format,
      reason: row.reason,
      state: row.state,
      rows: row.rows,
      sha256: row.sha256,
      sm3: row.sm3,
      madeBy: row.made_by,
      createdAt: row.created_at,
      isOwn: isOwn(ctx, row),
      caseId: isOwn(ctx, row) || mayAgree ? caseId : null,
    })),
  }
}

const isOwn = (ctx: Context, { account_id }: { readonly account_id: string | null }) =>
  account_id !== null && account_id === accountOf(ctx)

/** Whoever asked, and nobody else: what was agreed to was agreed to for them. */
async function requireOwn(ctx: Context, id: string) {
  const row = await inReach(ctx)
    .selectAll('export')
    .where('export.id', '=', id)
    .forUpdate('export')
    .executeTakeFirst()
  if (row === undefined || !isOwn(ctx, row)) throw noSuchExport()
  await requireAt(ctx, 'membership.export', row.organisation_id)
  if (row.form === 'full') await requireAt(ctx, 'membership.export-full', row.organisation_id)
  return row
}

export const makeRosterExport: Handler<typeof membership.makeRosterExport> = async (ctx, { exportId }) => {
  const row = await requireOwn(ctx, exportId)
  if (row.state === 'made') return { rows: row.rows! }
  if (row.state !== 'approved') throw notAgreed()
  return { rows: await makeExport(ctx, row) }
}

export const downloadRosterExport: Handler<typeof membership.downloadRosterExport> = async (
  ctx,
  { exportId },
) => {
  const row = await requireOwn(ctx, exportId)
  if (row.state !== 'made') throw notAgreed()
  const file = await getFile(ctx, row.file_id!, EXPORT_PURPOSE)
  ctx.auditNote.organisationId = row.organisation_id
  ctx.auditNote.subjects = [`roster-export:${row.id}`, `file:${file.id}`]
  ctx.auditNote.reason = row.reason
  ctx.auditNote.detail = { rows: row.rows, sha256: row.sha256, sm3: row.sm3 }
  return {
    fileName: file.name,
    mediaType: file.mediaType,
    content: await readFile(file.path),
    rows: row.rows!,
  }
}

const noSuchExport = () => notFound({ zh: '导出', en: 'export' })

const notAgreed = () =>
  conflict('not-agreed', {
    zh: '完整号码的名册须另一人批准后才能生成。',
    en: 'A roster with whole numbers is made once another person has agreed.',
  })
