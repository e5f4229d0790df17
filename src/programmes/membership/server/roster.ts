import {
  downloadRosterExport,
  listRosterExports,
  makeRosterExport,
  requestRosterExport,
  reviewedExport,
} from './export/exports.ts'
import type { Part } from './part.ts'
import { askRosterTransfers } from './roster/ask-transfers.ts'
import { loadDemo } from './roster/demo/load-demo.ts'
import { rosterErrors } from './roster/errors-file.ts'
import { getRosterImport, listRosterImports, listRosterRows } from './roster/import-queries.ts'
import { forgetParticulars, particularsHeld } from './roster/particulars.ts'
import { purgeImports } from './roster/purge-imports.ts'
import { rosterUpload } from './roster/roster-upload.ts'
import { runImports } from './roster/run-imports.ts'
import { startRosterImport } from './roster/start-import.ts'
import { steerRosterImport, writeRosterImport } from './roster/steer-import.ts'
import { countRosterUndo, reviewedUndo, undoAsked, undoRosterImport } from './roster/undo/ask-undo.ts'
import { listRosterKept } from './roster/undo/kept-rows.ts'
import { undoImports } from './roster/undo/run-undos.ts'

/** The real-name roster: read in, merged, exported. */
export const rosterPart = {
  handlers: {
    askRosterTransfers,
    requestRosterExport,
    listRosterExports,
    makeRosterExport,
    downloadRosterExport,
    startRosterImport,
    getRosterImport,
    listRosterImports,
    listRosterRows,
    writeRosterImport,
    steerRosterImport,
    rosterErrors,
    countRosterUndo,
    undoRosterImport,
    listRosterKept,
  },
  refusals: { roster_undo_once: undoAsked },
  demo: loadDemo,
  procedures: [reviewedExport, reviewedUndo],
  uploads: [rosterUpload],
  jobs: [
    // Woken by commands; by the clock only what a server left behind that was killed.
    { name: 'run-imports', everySeconds: 5, run: runImports },
    { name: 'undo-imports', everySeconds: 5, run: undoImports },
    { name: 'purge-imports', everySeconds: 3_600, run: purgeImports },
  ],
  holdings: particularsHeld,
  forget: forgetParticulars,
  personColumns: [
    { table: 'membership.roster_export', bk: 'made_by_bk', id: 'made_by_id' },
    { table: 'membership.roster_import', bk: 'made_by_bk', id: 'made_by_id' },
    { table: 'membership.roster_row', bk: 'known_bk', id: 'known_id' },
    { table: 'membership.roster_trace', bk: 'bk', id: 'person_id' },
    { table: 'membership.roster_undo', bk: 'made_by_bk', id: 'made_by_id' },
  ],
} satisfies Part
