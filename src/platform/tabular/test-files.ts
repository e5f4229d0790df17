// Files for tests, made by hand: what a workbook looks like when another program than ours wrote it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

import type { TableRow } from './table.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface CraftedSheet {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  /** What stands inside `<worksheet>`. */
  readonly xml: string
}

export interface CraftedBook {
  readonly sheets: readonly CraftedSheet[]
  /** What stands inside `<sst>`. */
  readonly strings?: string
  /** What stands inside `<styleSheet>`. */
  readonly styles?: string
  readonly starts1904?: boolean
  /** Some writers put every element into a prefixed namespace. */
  readonly prefix?: string
}

/** The parts of a workbook, uncompressed, the sheets before what they refer to. */
export function craftXlsx(book: CraftedBook): Buffer {
  const root = (name: string, inner: string) => {
    const colon = book.prefix === undefined ? '' : `:${book.prefix}`
    const before = book.prefix === undefined ? '' : `${book.prefix}:`
    const body = inner.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${before}`)
    return `<?xml version="1.0"?><${before}${name} xmlns${colon}="${MAIN}" xmlns:r="${OFFICE}">${body}</${before}${name}>`
  }
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relations = (list: string) => `<Relationships xmlns="${PACKAGE}">${list}</Relationships>`
  const sheets = book.sheets.map(({ name, state }, index) => {
    const hidden = state === undefined ? '' : ` state="${state}"`
    return `<sheet name="${name}" sheetId="${index + 1}"${hidden} r:id="s${index}"/>`
  })
  const targets = book.sheets.map((_, index) =>
    relation(`s${index}`, 'worksheet', `/xl/worksheets/blatt${index}.xml`),
  )
  return storeZip({
    ...Object.fromEntries(
      book.sheets.map(({ xml }, index) => [`xl/worksheets/blatt${index}.xml`, root('worksheet', xml)]),
    ),
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': relations(
      [
        ...targets,
        relation('ss', 'sharedStrings', 'sharedStrings.xml'),
        relation('st', 'styles', 'styles.xml'),
      ].join(''),
    ),
    'xl/workbook.xml': root(
      'workbook',
      `<workbookPr${book.starts1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets>`,
    ),
    'xl/sharedStrings.xml': root('sst', book.strings ?? ''),
    'xl/styles.xml': root('styleSheet', book.styles ?? ''),
  })
}

/** A ZIP whose parts are stored as they are, with their sizes in front: not what our own writer makes. */
export function storeZip(parts: Readonly<Record<string, string | Buffer>>, flags = 0): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [path, content] of Object.entries(parts)) {
    const name = Buffer.from(path)
    const data = Buffer.from(content)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt32LE(crc32(data), 10)
    shared.writeUInt32LE(data.length, 14)
    shared.writeUInt32LE(data.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, data])
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, place, name]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

export interface TestFolder {
  write(name: string, content: string | Buffer): string
  remove(): void
}

export function createTestFolder(): TestFolder {
  const folder = mkdtempSync(join(tmpdir(), 'zhenyi-tabular-test-'))
  return {
    write(name, content) {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** Row numbers and texts, which is what most tests look at. */
export function texts(rows: readonly TableRow[]): [number, string[]][] {
  return rows.map(({ row, cells }) => [row, cells.map((cell) => cell.text)])
}

/** GB18030 is what a Chinese Excel saves CSV as. Nothing here can write it, so the table is read backwards. */
export function encodeGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, Buffer>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const bytes = Buffer.from([lead, trail])
      codes.set(decoder.decode(bytes), bytes)
    }
  }
  return Buffer.concat(
    [...text].map((character) => {
      if (character.charCodeAt(0) < 0x80) return Buffer.from(character)
      const bytes = codes.get(character)
      if (bytes === undefined) throw new RangeError(`no two-byte code for ${character}`)
      return bytes
    }),
  )
}
