import type { Context } from '#platform/context.ts'
import { conflict, invalid, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import { cleanText } from '#platform/tabular/clean-text.ts'
import type { stations } from '../../contract.ts'
import { rosterColumns } from '../roster/roster-columns.ts'
import type { RosterValues } from '../roster/roster-context.ts'
import { judgeRosterRow } from '../roster/roster-row.ts'
import type { RosterField } from '../roster/roster-verdict.ts'
import { tables } from '../tables.ts'
import { rosterContextOf } from './import-context.ts'
import { shownRow } from './import-queries.ts'
import { getStandingImport, listImportedRows, saveImportedRows, type StandingImport } from './import-rows.ts'
import type { ImportColumn, ImportDecision, ImportedRow } from './imported-row.ts'
import { judgeImport } from './judge-import.ts'
import { isSameContent } from './same-content.ts'
import { surroundingsOf } from './surroundings.ts'

/**
 * Takes cells and a decision for one row, and judges all rows anew: a row that is changed or skipped may free
 * another that was its double. `judge` takes a decision back.
 */
export const decideImportRow: Handler<typeof stations.decideImportRow> = async (ctx, input) => {
  const standing = await getStandingImport(ctx, input.importId, true)
  requirePreview(standing)
  const rows = await listImportedRows(ctx, standing.id)
  const before = rows.find(({ row }) => row === input.row)
  if (before === undefined) throw notFound({ zh: '行', en: 'row' })
  const changed = withCells(ctx, standing, before, input.cells ?? {})
  if (changed.columns !== standing.columns) await saveColumns(ctx, standing.id, changed.columns)
  const proposed = { ...changed.row, decision: PROPOSED[input.decision] }
  const around = await surroundingsOf(ctx, standing.organisationId)
  const judge = (row: ImportedRow) =>
    judgeImport(
      rows.map((it) => (it.row === row.row ? row : it)),
      around,
    )
  let judged = judge(proposed)
  const asked = judged.find(({ row }) => row === input.row)!
  if (input.decision === 'confirm') {
    if (asked.decision === 'refused') throw stillRefused(asked)
    // Agreed to what it asks now, and to nothing that comes later.
    if (asked.decision === 'confirm') judged = judge({ ...asked, decision: 'confirmed' })
  }
  await saveChanged(ctx, standing.id, rows, judged)
  ctx.auditNote.organisationId = standing.organisationId
  ctx.auditNote.subjects = [`station-import:${standing.id}`]
  return shownRow(judged.find(({ row }) => row === input.row)!)
}

const PROPOSED: Readonly<Record<'confirm' | 'skip' | 'judge', ImportDecision>> = {
  confirm: 'ready',
  skip: 'skipped',
  judge: 'ready',
}

export function requirePreview({ state }: Pick<StandingImport, 'state'>): void {
  if (state === 'preview') return
  throw conflict('import-closed', {
    zh: state === 'committed' ? '这次导入已经写入，不能再改。' : '这次导入已经过期，请重新上传。',
    en: state === 'committed' ? 'This import was written already.' : 'This import has run out; upload again.',
  })
}

/**
 * The row with other cells, judged by itself. A fix may be for a field that the file has no column for, such as
 * coordinates in one cell where the file has two; it gets one.
 */
function withCells(
  ctx: Context,
  standing: StandingImport,
  row: ImportedRow,
  changes: Readonly<Record<string, string>>,
): { row: ImportedRow; columns: readonly ImportColumn[] } {
  let columns = standing.columns
  const cells: Record<string, string> = { ...row.cells }
  for (const [name, text] of Object.entries(changes)) {
    const column =
      columns.find(({ heading, field }) => heading === name || field === name) ?? addedColumn(name)
    if (!columns.some(({ heading }) => heading === column.heading)) columns = [...columns, column]
    cells[column.heading] = text
  }
  const verdict = judgeRosterRow(row.row, valuesOf(cells, columns), rosterContextOf(ctx, standing.datum))
  return { row: { ...row, cells, parsed: verdict.station, problems: verdict.problems }, columns }
}

function addedColumn(name: string): ImportColumn {
  const known = rosterColumns.find(({ key }) => key === name)
  if (known !== undefined) return { heading: known.text.zh, field: known.key }
  throw invalid('unknown-column', {
    field: `cells.${name}`,
    reason: { zh: `文件里没有“${name}”这一列。`, en: `The file has no column "${name}".` },
  })
}

function valuesOf(cells: Readonly<Record<string, string>>, columns: readonly ImportColumn[]): RosterValues {
  const values: Partial<Record<RosterField, string>> = {}
  for (const { heading, field } of columns) {
    const text = cleanText(cells[heading] ?? '')
    if (field !== null && text !== '') values[field] = text
  }
  return values
}

async function saveColumns(ctx: Context, importId: string, columns: readonly ImportColumn[]): Promise<void> {
  await tables(ctx)
    .updateTable('stations.import')
    .set({ columns: JSON.stringify(columns) })
    .where('id', '=', importId)
    .execute()
}

async function saveChanged(
  ctx: Context,
  importId: string,
  before: readonly ImportedRow[],
  after: readonly ImportedRow[],
): Promise<void> {
  await saveImportedRows(
    ctx,
    importId,
    after.filter((row, index) => !isSameContent(row, before[index])),
  )
}

function stillRefused(row: ImportedRow) {
  const problem = row.problems.find(({ severity }) => severity === 'error')!
  return conflict('row-refused', {
    zh: `第 ${row.row} 行还有错误，不能确认：${problem.reason.zh}`,
    en: `Row ${row.row} still has an error and cannot be confirmed: ${problem.reason.en}`,
  })
}
