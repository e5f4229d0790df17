import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { readCsvRows } from './csv-rows.ts'
import { refusals } from './refusals.ts'
import { readSheetRows } from './sheet-rows.ts'
import {
  DEFAULT_TABLE_LIMITS,
  HEADER_ROWS_MAX,
  type ReadTableOptions,
  type TableLimits,
  type TableRow,
} from './table.ts'
import { openWorkbook, type Sheet, type Workbook } from './workbook.ts'
import { openZip } from './zip-archive.ts'

/**
 * Reads an XLSX or CSV file row by row in flat memory, whatever its encoding. What the file is, its bytes decide;
 * the name only helps to say what is wrong. Throws a `TableError`.
 */
export async function* readTable(
  source: Readable | string,
  fileName: string,
  options: ReadTableOptions = {},
): AsyncGenerator<TableRow> {
  const limits = { ...DEFAULT_TABLE_LIMITS, ...options.limits }
  const folder = typeof source === 'string' ? undefined : await mkdtemp(join(tmpdir(), 'zhenyi-table-'))
  try {
    const path =
      typeof source === 'string' ? source : await spool(source, join(folder ?? '', 'table'), limits)
    const { size } = await stat(path)
    if (size === 0) throw refusals.emptyFile()
    if (size > limits.fileBytesMax) throw refusals.fileTooLarge(limits.fileBytesMax)
    if ((await detectFormat(path, fileName)) === 'csv') yield* readCsvRows(path, limits)
    else yield* readWorkbookRows(path, limits, options.scoreSheet)
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  }
}

/** A workbook's directory stands at its end and its parts are read twice, so a stream is put down first. */
async function spool(source: Readable, path: string, limits: TableLimits): Promise<string> {
  let bytes = 0
  await pipeline(
    source,
    async function* (chunks: AsyncIterable<Buffer | string>) {
      for await (const chunk of chunks) {
        bytes += chunk.length
        if (bytes > limits.fileBytesMax) throw refusals.fileTooLarge(limits.fileBytesMax)
        yield chunk
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  )
  return path
}

async function* readWorkbookRows(
  path: string,
  limits: TableLimits,
  scoreSheet: ReadTableOptions['scoreSheet'],
): AsyncGenerator<TableRow> {
  const book = await openWorkbook(await openZip(path, limits))
  try {
    yield* readSheetRows(book, await chooseSheet(book, limits, scoreSheet), limits)
  } finally {
    book.close()
  }
}

async function chooseSheet(
  book: Workbook,
  limits: TableLimits,
  scoreSheet: ReadTableOptions['scoreSheet'],
): Promise<Sheet> {
  const [first, ...others] = book.visibleSheets
  if (first === undefined) throw refusals.noVisibleSheet()
  if (scoreSheet === undefined || others.length === 0) return first
  let best = { sheet: first, score: Number.NEGATIVE_INFINITY }
  for (const sheet of book.visibleSheets) {
    const score = scoreSheet(await takeHead(readSheetRows(book, sheet, limits)))
    if (score > best.score) best = { sheet, score }
  }
  return best.sheet
}

/** The rows among which a header is looked for. */
export async function takeHead(rows: AsyncIterable<TableRow>): Promise<TableRow[]> {
  const head: TableRow[] = []
  for await (const row of rows) {
    if (row.row > HEADER_ROWS_MAX) break
    head.push(row)
  }
  return head
}

const OLE = 'd0cf11e0a1b11ae1'
const FOREIGN: readonly { readonly starts: RegExp; readonly zh: string; readonly en: string }[] = [
  { starts: /^%PDF/, zh: ' PDF', en: 'a PDF' },
  { starts: /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM\S{0,2}\0)/, zh: '图片', en: 'a picture' },
  { starts: /^(?:Rar!|7z\xbc|\x1f\x8b)/, zh: '压缩包', en: 'an archive' },
  { starts: /^(?:\xef\xbb\xbf)?\s*<(?:!|\?xml|html|table)/i, zh: '网页', en: 'a web page' },
]

async function detectFormat(path: string, fileName: string): Promise<'xlsx' | 'csv'> {
  const start = await readStart(path)
  if (start.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'xlsx'
  if (start.subarray(0, 8).toString('hex') === OLE) {
    // A workbook under a password is an OLE file with a stream of this name, written in UTF-16.
    throw (await contains(path, Buffer.from('EncryptedPackage', 'utf16le')))
      ? refusals.encrypted()
      : refusals.legacyXls()
  }
  const text = start.toString('latin1')
  const foreign = FOREIGN.find(({ starts }) => starts.test(text))
  if (foreign !== undefined) throw refusals.notATable(foreign)
  if (/^\.xls[xm]?$/i.test(extname(fileName)) && start.includes(0)) throw refusals.corrupt()
  return 'csv'
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function contains(path: string, wanted: Buffer): Promise<boolean> {
  let seam: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const window = Buffer.concat([seam, chunk])
    if (window.includes(wanted)) return true
    seam = window.subarray(-wanted.length)
  }
  return false
}
