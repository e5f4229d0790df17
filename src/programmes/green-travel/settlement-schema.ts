import { z } from 'zod'
import { command, fileAnswer, holding, instant, paging, query } from '#platform/contract.ts'

// Long, and one file on purpose: it is the table of contents of files, months and statements, read in one go.

const saidText = z.object({ zh: z.string(), en: z.string() })
/** A calendar month of the city, `2026-11`. */
export const monthText = z.string().regex(/^20[2-5]\d-(0[1-9]|1[0-2])$/)

/** The organisation of a bus company. */
const companyUnit = z.uuid()

export const scanFileState = z.enum(['waiting', 'paused', 'reading', 'posting', 'done', 'refused'])

export const scanFile = z.object({
  id: z.number().int(),
  name: z.string(),
  bytes: z.number().int(),
  readBytes: z.number().int(),
  companyUnit: z.uuid(),
  companyName: z.string(),
  state: scanFileState,
  refusal: z.object({ code: z.string(), text: saidText }).nullable(),
  reader: z.string().nullable(),
  number: z.number().int().nullable(),
  lines: z.number().int().nullable(),
  accepted: z.number().int(),
  duplicate: z.number().int(),
  refused: z.number().int(),
  secondUse: z.number().int(),
  /** The reader's clock less the phones', median, in seconds. */
  clockOffsetSeconds: z.number().int().nullable(),
  signaturesChecked: z.number().int(),
  signaturesFailed: z.number().int(),
  madeBy: z.string(),
  receivedAt: instant,
  endedAt: instant.nullable(),
})

const resultCount = z.object({ code: z.string(), text: saidText, lines: z.number().int() })

export const readerRow = z.object({
  id: z.number().int(),
  code: z.string(),
  companyUnit: z.uuid(),
  companyName: z.string(),
  files: z.number().int(),
  lastNumber: z.number().int().nullable(),
  lastAt: instant.nullable(),
  /** Numbers up to the last that never came; at most fifty are named. */
  missing: z.array(z.number().int()).max(50),
  missingTotal: z.number().int(),
  clockOffsetSeconds: z.number().int().nullable(),
  retiredOn: z.string().nullable(),
})

export const filesOperations = {
  sendScanFile: command({
    summary: {
      zh: '交来读卡机文件',
      en: 'Hand in an uploaded file of scans; it is read by a job, and the same file twice counts once',
    },
    who: holding('green-travel.files'),
    forPartners: true,
    input: z.object({ companyUnit, fileId: z.uuid() }),
    output: z.object({ id: z.number().int() }),
  }),
  listScanFiles: query({
    summary: { zh: '读卡机文件', en: 'Files of scans, the newest first' },
    who: holding('green-travel.see-files'),
    forPartners: true,
    input: z.object({ companyUnit: companyUnit.optional(), state: scanFileState.optional(), ...paging }),
    output: z.object({ rows: z.array(scanFile).max(200), total: z.number().int() }),
  }),
  getScanFile: query({
    summary: { zh: '一个读卡机文件的结果', en: 'How the lines of one file stand, reason by reason' },
    who: holding('green-travel.see-files'),
    forPartners: true,
    input: z.object({ id: z.number().int() }),
    output: z.object({
      file: scanFile,
      results: z.array(resultCount).max(100),
      /** The first refused lines. */
      examples: z
        .array(
          z.object({ line: z.number().int(), code: z.string(), text: saidText, takenAt: instant.nullable() }),
        )
        .max(50),
    }),
  }),
  pauseScanFile: command({
    summary: { zh: '暂停读取', en: 'Stop the reading of a file; what was posted stays' },
    who: holding('green-travel.files'),
    input: z.object({ id: z.number().int() }),
    output: z.object({ state: scanFileState }),
  }),
  resumeScanFile: command({
    summary: { zh: '继续读取', en: 'Read a paused file on' },
    who: holding('green-travel.files'),
    input: z.object({ id: z.number().int() }),
    output: z.object({ state: scanFileState }),
  }),
  scanFileAnswers: query({
    summary: { zh: '下载逐行结果', en: 'Every line of a file with its answer, as CSV' },
    who: holding('green-travel.see-files'),
    forPartners: true,
    audited: true,
    input: z.object({ id: z.number().int(), onlyRefused: z.boolean().default(false) }),
    output: fileAnswer,
  }),
  listReaders: query({
    summary: { zh: '读卡机', en: 'Readers, with files that never came and how their clocks stand' },
    who: holding('green-travel.see-files'),
    input: z.object({ companyUnit: companyUnit.optional(), ...paging }),
    output: z.object({ rows: z.array(readerRow).max(200), total: z.number().int() }),
  }),
}

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

const statementLine = z.object({ label: saidText, rides: z.number().int(), fen: z.number().int() })

/** Everything that the printed statement shows; its digest is over this. */
export const statementContent = z.object({
  company: z.object({ unit: z.uuid(), name: z.string() }),
  payer: z.string(),
  month: monthText,
  cutAt: z.string(),
  unionFenARide: z.number().int(),
  lines: z.array(statementLine).max(200),
  dueFen: z.number().int(),
  earnedToDateFen: z.number().int(),
  paidToDateFen: z.number().int(),
  /** What was paid ahead of what is earned; zero where something is owed. */
  advanceFen: z.number().int(),
  owedFen: z.number().int(),
  days: z.array(z.object({ day: z.string(), rides: z.number().int(), fen: z.number().int() })).max(31),
  routes: z
    .array(z.object({ code: z.string(), name: z.string(), rides: z.number().int(), fen: z.number().int() }))
    .max(2_000),
  differences: z
    .array(
      z.object({
        text: saidText,
        outcome: saidText,
        count: z.number().int(),
        rides: z.number().int(),
        fen: z.number().int(),
      }),
    )
    .max(100),
  seal: z.object({ no: z.number().int(), digest: z.string() }).nullable(),
})

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
  listCompanies: query({
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

/** The operations of files, reconciliation, statements and flags; `contract.ts` takes them in. */
export const settlementOperations = { ...filesOperations, ...monthOperations }
