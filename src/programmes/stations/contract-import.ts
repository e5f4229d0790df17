import { z } from 'zod'
import { command, fileAnswer, holding, instant, paging, query } from '#platform/contract.ts'
import { datum, text } from './shapes.ts'

const importRow = z.object({
  row: z.number().int(),
  /** The person's own cells, by column heading. */
  cells: z.record(z.string(), z.string()),
  decision: z.enum(['ready', 'confirm', 'refused', 'skipped', 'confirmed']),
  /** Existing station that this row would change, by code. */
  changes: z.string().nullable(),
  problems: z.array(
    z.object({
      field: z.string(),
      code: z.string(),
      value: z.string(),
      severity: z.enum(['error', 'confirm', 'note']),
      reason: text,
      accepted: text.optional(),
      fix: z.object({ label: text, value: z.string() }).optional(),
    }),
  ),
})

const importSummary = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  state: z.enum(['preview', 'committed', 'abandoned']),
  rows: z.number().int(),
  ready: z.number().int(),
  confirm: z.number().int(),
  refused: z.number().int(),
  skipped: z.number().int(),
  /** Columns that were read, and headings that name nothing known. */
  columns: z.array(z.object({ heading: z.string(), field: z.string().nullable() })),
  createdAt: instant,
  committedAt: instant.nullable(),
})

/** A roster of stations read from the spreadsheet as it is. */
export const importOperations = {
  startImport: command({
    summary: {
      zh: '读取驿站名册',
      en: 'Read an uploaded roster and judge every row; nothing is changed yet',
    },
    who: holding('stations.import'),
    input: z.object({ organisationId: z.uuid(), fileId: z.uuid(), datum: datum.default('GCJ-02') }),
    output: importSummary,
  }),
  getImport: query({
    summary: { zh: '一次导入的概况', en: 'One import' },
    who: holding('stations.import'),
    input: z.object({ importId: z.uuid() }),
    output: importSummary,
  }),
  listImports: query({
    summary: { zh: '导入记录', en: 'Imports, newest first' },
    who: holding('stations.import'),
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(importSummary), total: z.number().int() }),
  }),
  listImportRows: query({
    summary: { zh: '导入的逐行结果', en: "An import's rows with their verdicts" },
    who: holding('stations.import'),
    input: z.object({ importId: z.uuid(), decision: importRow.shape.decision.optional(), ...paging }),
    output: z.object({ rows: z.array(importRow), total: z.number().int() }),
  }),
  decideImportRow: command({
    summary: {
      zh: '处理导入的一行',
      en: 'Take the offered fix, change cells, confirm or skip a row; it is judged anew',
    },
    who: holding('stations.import'),
    // A roster's cells name keepers and their phones.
    sensitive: ['cells'],
    input: z.object({
      importId: z.uuid(),
      row: z.number().int(),
      cells: z.record(z.string(), z.string().max(500)).optional(),
      decision: z.enum(['confirm', 'skip', 'judge']),
    }),
    output: importRow,
  }),
  commitImport: command({
    summary: { zh: '写入名册', en: 'Write the ready and confirmed rows, all or none' },
    who: holding('stations.import'),
    input: z.object({ importId: z.uuid() }),
    output: z.object({
      created: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      left: z.number().int(),
    }),
  }),
  importErrors: query({
    summary: {
      zh: '下载有问题的行',
      en: "The person's own rows that were not taken, with one column more that says why",
    },
    who: holding('stations.import'),
    audited: true,
    input: z.object({ importId: z.uuid(), format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    output: fileAnswer,
  }),
}
