import { defineModule } from '#platform/module.ts'
import { greenTravel, greenTravelPermissions } from '../contract.ts'
import { settlementUploads } from './files/purposes.ts'
import { authoriseRide, authoriseRides } from './readers/authorise.ts'
import { getBudget, listBudgets } from './budget/budgets.ts'
import { appropriate, openBudget, pauseBudget } from './budget/open-budget.ts'
import { demo } from './demo/load-demo.ts'
import { figures } from './figures.ts'
import { closeDaysJob } from './ledger/close-days.ts'
import { verifyJournal } from './ledger/verify-journal.ts'
import { closeDays, purgeMonth, rotateSigningKey } from './operator.ts'
import {
  endRoute,
  listCompanies,
  registerCompany,
  registerReader,
  registerRoute,
  retireReader,
} from './partners/companies.ts'
import { listTerms, setTerms } from './partners/terms.ts'
import { prepareMonths } from './prepare-months.ts'
import { refusals } from './refusals.ts'
import { settlementHandlers } from './settlement-handlers.ts'
import { verificationKeys } from './vouchers/verification-keys.ts'
import { forget, holdings } from './vouchers/holdings.ts'
import { issueVoucher } from './vouchers/issue-voucher.ts'
import { myRides } from './vouchers/my-rides.ts'
import { myRiding } from './vouchers/my-riding.ts'
import { revokeMyVouchers, revokeVoucher } from './vouchers/revoke.ts'
import { voucherUse } from './vouchers/voucher-use.ts'
import { revokedVouchers } from './vouchers/revoked-vouchers.ts'
import { revokeAfterChange, voidDue } from './vouchers/sweep.ts'
import { settlementProcedures } from './settlement/procedures.ts'
import { settlementJobs } from './settlement-jobs.ts'

export const greenTravelModule = defineModule({
  name: 'green-travel',
  title: { zh: '1分钱乘公交', en: 'One-fen bus rides' },
  folder: new URL('../', import.meta.url),
  operations: greenTravel,
  permissions: greenTravelPermissions,
  handlers: {
    verificationKeys,
    revokedVouchers,
    myRiding,
    issueVoucher,
    voucherUse,
    revokeMyVouchers,
    myRides,
    authoriseRide,
    authoriseRides,
    revokeVoucher,
    listBudgets,
    getBudget,
    openBudget,
    appropriate,
    pauseBudget,
    verifyJournal,
    closeDays,
    purgeMonth,
    rotateSigningKey,
    listCompanies,
    registerCompany,
    registerRoute,
    endRoute,
    registerReader,
    retireReader,
    listTerms,
    setTerms,
    ...settlementHandlers,
  },
  refusals,
  figures,
  holdings,
  forget,
  demo,
  // Contests and rides give visitors somebody to become: in this order.
  demoNeeds: ['contests', 'membership'],
  jobs: [
    { name: 'prepare-months', everySeconds: 21_600, run: prepareMonths },
    { name: 'close-days', everySeconds: 900, run: closeDaysJob },
    { name: 'revoke-after-change', everySeconds: 60, run: revokeAfterChange },
    { name: 'void-due-vouchers', everySeconds: 3_600, run: voidDue },
    ...settlementJobs,
  ],
  uploads: [...settlementUploads],
  procedures: settlementProcedures,
  ledgerSubjects: {
    'ride-day': { title: { zh: '一天的乘车', en: 'A day’s rides' } },
    'ride-budget': { title: { zh: '乘车预算拨款', en: 'Granted for rides' } },
    'ride-payment': { title: { zh: '付公交公司', en: 'Paid to a bus company' } },
  },
})
