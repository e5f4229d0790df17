import { claimFile, getFile } from '#kernel/files/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import { columnLetters } from '#platform/tabular/write-xlsx.ts'
import type { stations } from '../../contract.ts'
import { readRoster, type ReadRoster } from '../roster/read-roster.ts'
import { tables } from '../tables.ts'
import { rosterContextOf } from './import-context.ts'
import { summariseImport } from './import-queries.ts'
import { saveImportedRows } from './import-rows.ts'
import type { ImportColumn, ImportedRow } from './imported-row.ts'
import { judgeImport } from './judge-import.ts'
import { rosterUpload } from './roster-upload.ts'
import { surroundingsOf } from './surroundings.ts'

/** Reads the file whole and judges every row; what is kept is the preview, and no station is touched. */
export const startImport: Handler<typeof stations.startImport> = async (ctx, input) => {
  await requireAt(ctx, 'stations.import', input.organisationId)
  const file = await getFile(ctx, input.fileId, rosterUpload.purpose)
  await claimFile(ctx, file.id, input.organisationId)
  const roster = await readRoster(file.path, file.name, rosterContextOf(ctx, input.datum))
  const columns = columnsOf(roster)
  const rows = judgeImport(rowsOf(roster, columns), await surroundingsOf(ctx, input.organisationId))
  const id = newId()
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  await tables(ctx)
    .insertInto('stations.import')
    .values({
      id,
      organisation_id: input.organisationId,
      file_id: file.id,
      file_name: file.name,
      datum: input.datum,
      columns: JSON.stringify(columns),
      made_by_bk: person?.bk ?? null,
      made_by_id: person?.id ?? null,
      created_at: ctx.now,
    })
    .execute()
  await saveImportedRows(ctx, id, rows)
  ctx.auditNote.organisationId = input.organisationId
  ctx.auditNote.subjects = [`station-import:${id}`, `file:${file.id}`]
  ctx.auditNote.detail = { rows: rows.length, sha256: file.sha256 }
  return summariseImport(ctx, id)
}

/** Headings as written; a blank or repeated one gets a name, so that no cell of the person's is lost. */
function columnsOf({ header, headings, records }: ReadRoster): ImportColumn[] {
  const fieldAt = new Map([...header.positions].map(([field, position]) => [position, field]))
  const width = Math.max(headings.length, ...records.map(({ cells }) => cells.length))
  const seen = new Set<string>()
  return Array.from({ length: width }, (_, position) => {
    const written = headings[position] ?? ''
    const isFree = written !== '' && !seen.has(written)
    const heading = isFree ? written : `${written}（${columnLetters(position)}列）`
    seen.add(heading)
    return { heading, field: fieldAt.get(position) ?? null }
  })
}

function rowsOf({ records, verdicts }: ReadRoster, columns: readonly ImportColumn[]): ImportedRow[] {
  return records.map(({ row, cells }, index) => {
    const verdict = verdicts[index]!
    const written = columns.map(({ heading }, position) => [heading, cells[position]?.text ?? ''] as const)
    return {
      row,
      cells: Object.fromEntries(written.filter(([, text]) => text !== '')),
      parsed: verdict.station,
      problems: verdict.problems,
      decision: 'ready',
      changesCode: undefined,
    }
  })
}
