import { maskDocument, maskName, openDocument } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import { sql } from 'kysely'
import type { membership } from '../../contract.ts'
import type { RosterRow } from '../../shapes-roster-import.ts'
import { faultWords } from './fault-words.ts'
import { importsInReach, noSuchImport } from './import-rows.ts'
import { tables } from './tables.ts'
import { undoOf } from './undo/kept-rows.ts'

const shown = (ctx: Context) =>
  importsInReach(ctx).select([
    'import.id',
    'import.organisation_id as organisationId',
    'organisation.name as organisationName',
    'file_name as fileName',
    'file_format as fileFormat',
    'import.state',
    'is_paused as isPaused',
    'rows_expected as rowsExpected',
    'rows_checked as rowsChecked',
    'rows_written as rowsWritten',
    'rows_updated as rowsUpdated',
    'tally',
    'made_by as madeBy',
    'import.created_at as createdAt',
    'ended_at as endedAt',
    undoOf(sql`import.id`).as('undo'),
  ])

export const getRosterImport: Handler<typeof membership.getRosterImport> = async (ctx, { importId }) => {
  const row = await shown(ctx)
    .select([
      'default_day as defaultDay',
      'default_employment as defaultEmployment',
      'columns',
      'header_row as headerRow',
      'faults',
      'failure',
      'with_changes as withChanges',
      'purged_at as purgedAt',
    ])
    .where('import.id', '=', importId)
    .executeTakeFirst()
  if (row === undefined) throw noSuchImport()
  const { faults, failure, columns, purgedAt, ...rest } = row
  return {
    ...rest,
    columns: (columns ?? []).map((column) => ({ ...column })),
    faults: faultsOf(faults),
    failure: failure && {
      text: failure.text,
      details: failure.problems
        .flatMap(({ reason, accepted }) => [reason, ...(accepted === undefined ? [] : [accepted])])
        .filter(({ zh }) => zh !== failure.text.zh)
        .slice(0, 20),
    },
    isPurged: purgedAt !== null,
  }
}

/** The most frequent first, each with one sentence for all its rows. */
const faultsOf = (faults: Readonly<Record<string, number>>) =>
  Object.entries(faults)
    .map(([code, count]) => ({ code, count, reason: faultWords(code) }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 100)

export const listRosterImports: Handler<typeof membership.listRosterImports> = async (
  ctx,
  { page, pageSize },
) => {
  const rows = await shown(ctx)
    .orderBy('import.created_at', 'desc')
    .orderBy('import.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await importsInReach(ctx)
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

export const listRosterRows: Handler<typeof membership.listRosterRows> = async (ctx, input) => {
  const standing = await importsInReach(ctx)
    .select(['import.id', 'import.tally'])
    .where('import.id', '=', input.importId)
    .executeTakeFirst()
  if (standing === undefined) throw noSuchImport()
  let query = tables(ctx).selectFrom('membership.roster_row as r').where('import_id', '=', input.importId)
  if (input.verdict !== undefined) query = query.where('verdict', '=', input.verdict)
  if (input.code !== undefined)
    query = query
      .where('problems', 'is not', null)
      .where(sql<boolean>`r.problems @> ${JSON.stringify([{ code: input.code }])}::jsonb`)
  const rows = await query
    .leftJoin('organisations.organisation as o', 'o.id', 'r.organisation_id')
    .selectAll('r')
    .select('o.name as unionName')
    .orderBy('row')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  const { total } = await query
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: rows.map((row) => shownRow(ctx, row)), total }
}

type Stored = {
  row: number
  verdict: RosterRow['verdict']
  name: string | null
  document_kind: 'resident-id' | 'passport' | 'hk-macao-permit' | 'taiwan-permit' | null
  document_sealed: Buffer | null
  shown_name: string | null
  shown_document: string | null
  unionName: string | null
  from_day: string | null
  employment: RosterRow['employment']
  problems: readonly RosterRow['problems'][number][] | null
}

function shownRow(ctx: Context, row: Stored): RosterRow {
  return {
    row: row.row,
    verdict: row.verdict,
    maskedName: row.name === null ? (row.shown_name ?? '') : maskName(row.name),
    maskedDocument:
      row.document_sealed === null
        ? (row.shown_document ?? '')
        : maskDocument(row.document_kind!, openDocument(ctx, row.document_sealed)),
    unionName: row.unionName,
    fromDay: row.from_day,
    employment: row.employment,
    problems: (row.problems ?? []).map(({ field, code, severity, reason, accepted }) => ({
      field,
      code,
      severity,
      reason,
      ...(accepted !== undefined && { accepted }),
    })),
  }
}
