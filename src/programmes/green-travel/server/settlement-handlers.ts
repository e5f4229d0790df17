import { claimRefusedLines } from './claims/claim-refused-lines.ts'
import { sendClaim } from './claims/send-claim.ts'
import { listReaders } from './files/list-readers.ts'
import { scanFileAnswers } from './files/scan-file-answers.ts'
import { getScanFile, listScanFiles } from './files/scan-files.ts'
import { pauseScanFile, resumeScanFile, sendScanFile } from './files/send-scan-file.ts'
import { listFlags } from './flags/list-flags.ts'
import { answerDifference, listDifferences } from './settlement/differences.ts'
import { checkDifference } from './settlement/check-difference.ts'
import { getMonth, settlementCompanies } from './settlement/get-month.ts'
import { payOnAccount } from './settlement/pay-on-account.ts'
import { findRide } from './settlement/find-ride.ts'
import { reverseRide } from './settlement/reverse-ride.ts'
import { reconcileMonth } from './settlement/reconcile-month.ts'
import { statementFile } from './settlement/statement-file.ts'
import { getStatement, proposeStatement, recompute } from './settlement/statements.ts'

/** The handlers of `settlement-schema.ts`. */
export const settlementHandlers = {
  sendScanFile,
  listScanFiles,
  getScanFile,
  pauseScanFile,
  resumeScanFile,
  scanFileAnswers,
  listReaders,
  settlementCompanies,
  sendClaim,
  claimRefusedLines,
  getMonth,
  reconcileMonth,
  listDifferences,
  answerDifference,
  checkDifference,
  proposeStatement,
  payOnAccount,
  findRide,
  reverseRide,
  getStatement,
  statementFile,
  recompute,
  listFlags,
}
