import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import { reachOf } from '#platform/authorise.ts'
import type { ParsedStation } from '../roster/roster-verdict.ts'
import { tables } from '../tables.ts'
import type { Datum } from '../words.ts'
import type { ImportColumn, ImportedRow, ImportProblem } from './imported-row.ts'

export type StandingImport = {
  readonly id: string
  readonly organisationId: string
  readonly fileName: string
  readonly datum: Datum
  readonly state: 'preview' | 'committed' | 'abandoned'
  readonly columns: readonly ImportColumn[]
}

/** Imports within the caller's reach; nobody sees another's. */
export const importsInReach = (ctx: Context) =>
  tables(ctx)
    .selectFrom('stations.import as import')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'import.organisation_id')
    .where(sql<boolean>`organisation.path <@ any(${reachOf(ctx, 'stations.import')}::ltree[])`)

export const noSuchImport = () => notFound({ zh: '导入', en: 'import' })

/** Throws `not-found` outside the caller's reach. `hold` keeps others off until the transaction ends. */
export async function getStandingImport(ctx: Context, id: string, hold: boolean): Promise<StandingImport> {
  const query = importsInReach(ctx)
    .select([
      'import.id',
      'organisation_id as organisationId',
      'file_name as fileName',
      'datum',
      'import.state',
    ])
    .select('columns')
    .where('import.id', '=', id)
  const row = await (hold ? query.forUpdate('import') : query).executeTakeFirst()
  if (row === undefined) throw noSuchImport()
  return { ...row, columns: row.columns as readonly ImportColumn[] }
}

const rowColumns = ['row', 'cells', 'decision', 'problems', 'parsed', 'changes_code as changesCode'] as const

export const importRows = (ctx: Context, importId: string) =>
  tables(ctx)
    .selectFrom('stations.import_row')
    .select([...rowColumns])
    .where('import_id', '=', importId)

type StoredRow = Awaited<ReturnType<ReturnType<typeof importRows>['execute']>>[number]

export const importedRow = (stored: StoredRow): ImportedRow => ({
  row: stored.row,
  cells: stored.cells,
  decision: stored.decision,
  problems: stored.problems as ImportProblem[],
  parsed: (stored.parsed ?? undefined) as ParsedStation | undefined,
  changesCode: stored.changesCode ?? undefined,
})

/** All rows in the file's order; 20,000 at most. */
export async function listImportedRows(ctx: Context, importId: string): Promise<ImportedRow[]> {
  return (await importRows(ctx, importId).orderBy('row').execute()).map(importedRow)
}

const CHUNK = 1_000

/** Writes rows new or changed, a thousand in a statement. */
export async function saveImportedRows(
  ctx: Context,
  importId: string,
  rows: readonly ImportedRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK).map(({ changesCode, parsed, ...row }) => ({
      ...row,
      import_id: importId,
      parsed: parsed ?? null,
      changes_code: changesCode ?? null,
    }))
    await sql`insert into stations.import_row (import_id, row, cells, decision, problems, parsed, changes_code)
      select import_id, row, cells, decision, problems, parsed, changes_code
      from json_populate_recordset(null::stations.import_row, ${JSON.stringify(chunk)}::json)
      on conflict (import_id, row) do update set cells = excluded.cells, decision = excluded.decision,
        problems = excluded.problems, parsed = excluded.parsed, changes_code = excluded.changes_code`.execute(
      ctx.db,
    )
  }
}
