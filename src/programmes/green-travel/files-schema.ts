import { z } from 'zod'
import { command, fileAnswer, holding, instant, paging, query } from '#platform/contract.ts'

const saidText = z.object({ zh: z.string(), en: z.string() })

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
