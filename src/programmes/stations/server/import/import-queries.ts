import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { stations } from '../../contract.ts'
import { importedRow, importRows, importsInReach, noSuchImport } from './import-rows.ts'
import type { ImportColumn, ImportedRow } from './imported-row.ts'

const rowsThat = (decisions: string) =>
  sql<number>`(select count(*) from stations.import_row r
    where r.import_id = import.id and r.decision = any(${sql.lit(decisions)}::text[]))`

/** Confirmed rows count as ready: both are written. */
const summaries = (ctx: Context) =>
  importsInReach(ctx).select([
    'import.id as importId',
    'file_name as fileName',
    'import.state',
    'columns',
    'import.created_at as createdAt',
    'import.committed_at as committedAt',
    rowsThat('{ready,confirmed,confirm,refused,skipped}').as('rows'),
    rowsThat('{ready,confirmed}').as('ready'),
    rowsThat('{confirm}').as('confirm'),
    rowsThat('{refused}').as('refused'),
    rowsThat('{skipped}').as('skipped'),
  ])

type Summary = Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number]

const shown = ({ columns, ...summary }: Summary) => ({ ...summary, columns: columns as ImportColumn[] })

export async function summariseImport(ctx: Context, importId: string) {
  const row = await summaries(ctx).where('import.id', '=', importId).executeTakeFirst()
  if (row === undefined) throw noSuchImport()
  return shown(row)
}

export const getImport: Handler<typeof stations.getImport> = (ctx, { importId }) =>
  summariseImport(ctx, importId)

export const listImports: Handler<typeof stations.listImports> = async (ctx, { page, pageSize }) => {
  const rows = await summaries(ctx)
    .orderBy('import.created_at', 'desc')
    .orderBy('import.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await importsInReach(ctx)
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: rows.map(shown), total }
}

export const listImportRows: Handler<typeof stations.listImportRows> = async (ctx, input) => {
  await summariseImport(ctx, input.importId)
  const all = importRows(ctx, input.importId)
  const found = input.decision === undefined ? all : all.where('decision', '=', input.decision)
  const rows = await found
    .orderBy('row')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  const { total } = await found
    .clearSelect()
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: rows.map((row) => shownRow(importedRow(row))), total }
}

type ShownRow = OutputOf<typeof stations.decideImportRow>

/** A row as the preview shows it. */
export const shownRow = (row: ImportedRow): ShownRow => ({
  row: row.row,
  cells: { ...row.cells },
  decision: row.decision,
  changes: row.changesCode ?? null,
  problems: row.problems.map(({ field, code, value, severity, reason, accepted, fix }) => ({
    field,
    code,
    value,
    severity,
    reason,
    ...(accepted !== undefined && { accepted }),
    ...(fix !== undefined && { fix }),
  })),
})
