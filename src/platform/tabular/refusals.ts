import { TableError } from './table-error.ts'

const acceptedFiles = { zh: '.xlsx 或 .csv 文件', en: 'an .xlsx or .csv file' }
const resave = {
  zh: '请用表格软件打开，另存为 .xlsx 后再上传',
  en: 'open it in your spreadsheet program, save it as .xlsx and upload that',
}
const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`

/** Every sentence with which a file is refused, in one place. */
export const refusals = {
  emptyFile: () =>
    new TableError(
      'empty-file',
      { zh: '文件是空的。', en: 'The file is empty.' },
      { accepted: acceptedFiles },
    ),

  fileTooLarge: (bytesMax: number) =>
    new TableError('file-too-large', {
      zh: `文件超过 ${megabytes(bytesMax)}，请拆成几个文件。`,
      en: `The file is larger than ${megabytes(bytesMax)}; please split it.`,
    }),

  unpacksTooLarge: () =>
    new TableError('unpacks-too-large', {
      zh: '这个文件解压后大得不像一份表格，没有读取。',
      en: 'Unpacked, this file is far too large for a table; it was not read.',
    }),

  tooManyRows: (rowsMax: number) =>
    new TableError('too-many-rows', {
      zh: `表格超过 ${rowsMax} 行，请拆成几个文件。`,
      en: `The table has more than ${rowsMax} rows; please split it.`,
    }),

  tooManyColumns: (row: number, columnsMax: number) =>
    new TableError(
      'too-many-columns',
      { zh: `第 ${row} 行超过 ${columnsMax} 列。`, en: `Row ${row} has more than ${columnsMax} columns.` },
      { row },
    ),

  tooManyMergedCells: () =>
    new TableError('too-many-merged-cells', {
      zh: '表格里合并的单元格太多，请取消合并后再上传。',
      en: 'The table has too many merged cells; please unmerge them.',
    }),

  cellTooLong: (row: number, charactersMax: number) =>
    new TableError(
      'cell-too-long',
      {
        zh: `第 ${row} 行有一个单元格超过 ${charactersMax} 个字。`,
        en: `Row ${row} has a cell longer than ${charactersMax} characters.`,
      },
      { row },
    ),

  encrypted: () =>
    new TableError(
      'encrypted',
      { zh: '文件设了打开密码，无法读取。', en: 'The file is protected by a password and cannot be read.' },
      { accepted: { zh: '去掉密码后另存的文件', en: 'a copy saved without the password' } },
    ),

  legacyXls: () =>
    new TableError(
      'legacy-xls',
      { zh: '这是旧版 .xls 文件，无法读取。', en: 'This is an old .xls file, which cannot be read.' },
      { accepted: resave },
    ),

  notATable: (what?: { zh: string; en: string }) =>
    new TableError(
      'not-a-table',
      {
        zh: `这不是表格文件${what ? `，而是${what.zh}` : ''}。`,
        en: `This is not a table${what ? ` but ${what.en}` : ''}.`,
      },
      { accepted: acceptedFiles },
    ),

  corrupt: (cause?: unknown) =>
    new TableError(
      'corrupt',
      {
        zh: '文件已损坏或没有传完整，无法读取。',
        en: 'The file is damaged or was not uploaded whole, and cannot be read.',
      },
      { accepted: resave, cause },
    ),

  unknownEncoding: (row?: number) =>
    new TableError(
      'unknown-encoding',
      {
        zh: '文件的文字编码认不出来（不是 UTF-8，也不是 GB18030）。',
        en: 'The encoding of the text is not known (neither UTF-8 nor GB18030).',
      },
      { accepted: resave, ...(row === undefined ? {} : { row }) },
    ),

  unclosedQuote: (row: number) =>
    new TableError(
      'unclosed-quote',
      {
        zh: `第 ${row} 行有一个引号没有成对，后面的内容分不清列。`,
        en: `Row ${row} opens a quotation mark that is never closed, so the columns after it are lost.`,
      },
      { row },
    ),

  noVisibleSheet: () =>
    new TableError('no-visible-sheet', {
      zh: '文件里没有可见的工作表。',
      en: 'The file has no visible sheet.',
    }),
} as const
