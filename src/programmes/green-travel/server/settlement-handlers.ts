import { listReaders } from './files/list-readers.ts'
import { scanFileAnswers } from './files/scan-file-answers.ts'
import { getScanFile, listScanFiles } from './files/scan-files.ts'
import { pauseScanFile, resumeScanFile, sendScanFile } from './files/send-scan-file.ts'

/** The handlers of `settlement-schema.ts`. */
export const settlementHandlers = {
  sendScanFile,
  listScanFiles,
  getScanFile,
  pauseScanFile,
  resumeScanFile,
  scanFileAnswers,
  listReaders,
}
