import { commitImport } from './commit-import.ts'
import { decideImportRow } from './decide-import-row.ts'
import { importErrors } from './import-errors.ts'
import { getImport, listImportRows, listImports } from './import-queries.ts'
import { startImport } from './start-import.ts'

export const importHandlers = {
  startImport,
  getImport,
  listImports,
  listImportRows,
  decideImportRow,
  commitImport,
  importErrors,
}
