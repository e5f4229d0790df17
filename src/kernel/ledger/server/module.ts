import { reachOf } from '#platform/authorise.ts'
import { defineModule } from '#platform/module.ts'
import { ledger, ledgerPermissions } from '../contract.ts'
import { expireDue } from './expire-due.ts'
import { exportStatement } from './export-statement.ts'
import { getStatement } from './get-statement.ts'
import { getAccount, listAccounts } from './list-accounts.ts'
import { listTransfers } from './list-transfers.ts'
import { getReadable } from './readable.ts'
import { refusals } from './refusals.ts'
import { verifyLedger } from './verify-ledger.ts'

export const ledgerModule = defineModule({
  name: 'ledger',
  title: { zh: '账本', en: 'Ledger' },
  folder: new URL('../', import.meta.url),
  operations: ledger,
  permissions: ledgerPermissions,
  handlers: {
    listAccounts,
    getAccount,
    getStatement,
    exportStatement,
    listTransfers,
    verify: async (ctx, { accountId }) => {
      if (accountId !== undefined) await getReadable(ctx, accountId)
      return verifyLedger(ctx, { accountId, reach: reachOf(ctx, 'ledger.read') })
    },
  },
  refusals,
  jobs: [{ name: 'expire-due', everySeconds: 30, run: async (ctx) => void (await expireDue(ctx)) }],
})
