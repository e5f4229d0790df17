import { z } from 'zod'
import {
  fileAnswer,
  holding,
  instant,
  operations,
  paging,
  query,
  type Permissions,
} from '#platform/contract.ts'
import {
  account,
  accountState,
  balance,
  currency,
  finding,
  movement,
  transferKind,
  transferRow,
} from './shapes.ts'

export const ledgerPermissions = {
  'ledger.read': {
    zh: '查看账本',
    en: 'read the ledger',
    roles: ['city-officer', 'auditor', 'finance-officer'],
  },
} satisfies Permissions

const words = z.string().trim().max(80).optional()

/** The city's days, both included. Left out: from the first transfer, until today. */
const period = { from: z.iso.date().optional(), until: z.iso.date().optional() }

/** Which lines of a statement are shown; the balances are always those of all. */
const statementFilters = {
  accountId: z.uuid(),
  ...period,
  /** As the books stood at this moment: what was recorded later does not count. */
  recordedUpTo: z.iso.datetime().optional(),
  side: z.enum(['debit', 'credit']).optional(),
  search: words,
}

/** Programmes post through the front door, `index.ts`; people read. Nobody posts by hand. */
export const ledger = operations('ledger', {
  listAccounts: query({
    summary: { zh: '账户和余额', en: 'Accounts within reach, with their balances' },
    who: holding('ledger.read'),
    input: z.object({
      organisationId: z.uuid().optional(),
      programme: z.string().max(40).optional(),
      currency: currency.optional(),
      state: accountState.default('open'),
      search: words,
      ...paging,
    }),
    output: z.object({ rows: z.array(account.extend({ balance })), total: z.number().int() }),
  }),
  getAccount: query({
    summary: { zh: '一个账户', en: 'One account, with its balance now or as of a day' },
    who: holding('ledger.read'),
    input: z.object({
      id: z.uuid(),
      asOf: z.iso.date().optional(),
      recordedUpTo: z.iso.datetime().optional(),
    }),
    output: account.extend({ balance }),
  }),
  getStatement: query({
    summary: { zh: '对账单', en: "An account's statement: opening balance, lines, closing balance" },
    who: holding('ledger.read'),
    input: z.object({ ...statementFilters, ...paging }),
    output: z.object({
      from: z.iso.date().nullable(),
      until: z.iso.date(),
      /** In the account's normal direction. */
      opening: z.number().int(),
      closing: z.number().int(),
      debits: z.number().int(),
      credits: z.number().int(),
      rows: z.array(movement),
      total: z.number().int(),
    }),
  }),
  exportStatement: query({
    summary: { zh: '导出对账单', en: 'Export a statement' },
    who: holding('ledger.read'),
    audited: true,
    input: z.object({ ...statementFilters, format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    output: fileAnswer,
  }),
  listTransfers: query({
    summary: { zh: '转账记录', en: 'Transfers within reach, newest first' },
    who: holding('ledger.read'),
    input: z.object({
      accountId: z.uuid().optional(),
      kind: transferKind.optional(),
      /** Only what is held and not yet posted, voided or expired. */
      open: z.boolean().default(false),
      subject: z.string().max(200).optional(),
      ...period,
      ...paging,
    }),
    output: z.object({ rows: z.array(transferRow), total: z.number().int() }),
  }),
  verify: query({
    summary: { zh: '核对账本', en: 'Derive every balance from the transfers again and compare' },
    who: holding('ledger.read'),
    callsPerMinute: 10,
    input: z.object({ accountId: z.uuid().optional() }),
    output: z.object({
      intact: z.boolean(),
      accounts: z.number().int(),
      transfers: z.number().int(),
      checkedAt: instant,
      /** The first hundred. */
      findings: z.array(finding).max(100),
    }),
  }),
})
