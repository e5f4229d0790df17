import { z } from 'zod'
import { monthText, statementContent } from './statement-schema.ts'
import { command, fileAnswer, holding, instant, paging, query } from '#platform/contract.ts'

const saidText = z.object({ zh: z.string(), en: z.string() })
/** The organisation of a bus company. */
const companyUnit = z.uuid()
export const differenceKind = z.enum([
  'missing-in-journal',
  'journal-without-scan',
  'missing-in-claim',
  'missing-in-scans',
  'second-use',
  'refused-claimed',
  'altered-amount',
  'altered-route',
  'altered-day',
])

export const differenceRow = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  seq: z.number().int(),
  kind: differenceKind,
  text: saidText,
  day: z.string(),
  route: z.string(),
  rides: z.number().int(),
  /** What the statement changes by where the other side is right. */
  fen: z.number().int(),
  evidence: z.record(z.string(), z.union([z.string(), z.number()])),
  state: z.string(),
  stateText: saidText,
  isOpen: z.boolean(),
  dueOn: z.string().nullable(),
  lastReason: z.string().nullable(),
})

const side = z.object({ rides: z.number().int(), fen: z.number().int() })

const statementHead = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  month: monthText,
  dueFen: z.number().int(),
  digest: z.string(),
  state: z.string(),
  stateText: saidText,
  proposedBy: z.string(),
  proposedAt: instant,
  approvedBy: z.string().nullable(),
})

const monthOfCompany = { companyUnit, month: monthText }

export const monthOperations = {
  settlementCompanies: query({
    summary: { zh: '公交公司', en: 'The bus companies whose months the caller may see' },
    who: holding('green-travel.see-files'),
    input: z.object({}),
    output: z.object({ rows: z.array(z.object({ unit: z.uuid(), name: z.string() })).max(200) }),
  }),
  sendClaim: command({
    summary: { zh: '交来月申报表', en: 'Hand in what a company claims for a month; a newer one replaces it' },
    who: holding('green-travel.files'),
    forPartners: true,
    input: z.object({ ...monthOfCompany, fileId: z.uuid() }),
    output: z.object({
      id: z.number().int(),
      lines: z.number().int(),
      rides: z.number().int(),
      fen: z.number().int(),
      refusedTotal: z.number().int(),
      refused: z
        .array(z.object({ line: z.number().int(), reason: z.string(), value: z.string(), text: saidText }))
        .max(100),
    }),
  }),
  claimRefusedLines: query({
    summary: {
      zh: '下载申报表中没有收下的行',
      en: 'The lines of the standing claim that were not taken, as CSV',
    },
    who: holding('green-travel.see-files'),
    forPartners: true,
    audited: true,
    input: z.object(monthOfCompany),
    output: fileAnswer,
  }),
  getMonth: query({
    summary: { zh: '一个月的对账', en: 'A month of a company: what readers, journal and claim say' },
    who: holding('green-travel.see-files'),
    forPartners: true,
    input: z.object(monthOfCompany),
    output: z.object({
      companyName: z.string(),
      scanned: side,
      journal: side,
      claim: side
        .extend({ name: z.string(), lines: z.number().int(), refused: z.number().int(), receivedAt: instant })
        .nullable(),
      open: z.number().int(),
      decided: z.number().int(),
      filesWaiting: z.number().int(),
      missingFiles: z.number().int(),
      isOver: z.boolean(),
      statement: statementHead.nullable(),
      months: z
        .array(
          z.object({
            month: monthText,
            rides: z.number().int(),
            fen: z.number().int(),
            settled: z.boolean(),
          }),
        )
        .max(60),
    }),
  }),
  reconcileMonth: command({
    summary: { zh: '对账', en: 'Compare readers, journal and claim; what is new becomes a difference' },
    who: holding('green-travel.settle'),
    input: z.object(monthOfCompany),
    output: z.object({ found: z.number().int(), fresh: z.number().int(), cleared: z.number().int() }),
  }),
  listDifferences: query({
    summary: { zh: '对账差异', en: 'The differences of a month' },
    who: holding('green-travel.see-files'),
    forPartners: true,
    input: z.object({ ...monthOfCompany, openOnly: z.boolean().default(false), ...paging }),
    output: z.object({ rows: z.array(differenceRow).max(200), total: z.number().int() }),
  }),
  answerDifference: command({
    summary: { zh: '公司答复差异', en: 'A company’s machine answers a disputed difference' },
    who: holding('green-travel.answer'),
    forPartners: true,
    input: z.object({ id: z.uuid(), answer: z.string().trim().min(4).max(400) }),
    output: z.object({ state: z.string() }),
  }),
  proposeStatement: command({
    summary: { zh: '编制月结算单', en: 'Make a month’s statement; somebody else checks it' },
    who: holding('green-travel.settle'),
    input: z.object(monthOfCompany),
    output: z.object({ id: z.uuid(), dueFen: z.number().int(), digest: z.string() }),
  }),
  payOnAccount: command({
    summary: { zh: '付公交公司补贴', en: 'Pay a bus company, for a statement or on account' },
    who: holding('green-travel.budget'),
    input: z.object({
      companyUnit,
      fen: z.number().int().min(1).max(1_000_000_000_000),
      memo: z.string().trim().min(4).max(200),
      statement: z.uuid().optional(),
    }),
    output: z.object({ transferId: z.uuid() }),
  }),
  getStatement: query({
    summary: { zh: '结算单', en: 'A statement, as data' },
    who: holding('green-travel.see-files'),
    forPartners: true,
    input: z.object({ id: z.uuid() }),
    output: z.object({ head: statementHead, content: statementContent }),
  }),
  statementFile: query({
    summary: { zh: '下载结算单', en: 'A statement to print or to calculate with' },
    who: holding('green-travel.see-files'),
    forPartners: true,
    audited: true,
    input: z.object({
      id: z.uuid(),
      format: z.enum(['pdf', 'xlsx', 'json']),
      reason: z.string().trim().min(4).max(400),
    }),
    output: fileAnswer,
  }),
  recompute: query({
    summary: { zh: '重算结算单', en: 'Count a statement again from the rides themselves' },
    who: holding('green-travel.see-files'),
    input: z.object({ id: z.uuid() }),
    output: z.object({
      intact: z.boolean(),
      dueFen: z.number().int(),
      recomputedFen: z.number().int(),
      rides: z.number().int(),
      recomputedRides: z.number().int(),
      digestHolds: z.boolean(),
    }),
  }),
}
