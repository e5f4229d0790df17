import { posix } from 'node:path'

import { dateLookOf, type DateLook } from './cell-dates.ts'
import { refusals } from './refusals.ts'
import { createStringStore, type StringStore } from './string-store.ts'
import { createXmlScanner, readAttribute, type XmlHandler } from './xml-scanner.ts'
import type { ZipArchive } from './zip-archive.ts'

export interface Sheet {
  readonly name: string
  /** The part of the archive that holds it. */
  readonly part: string
}

/** What must be known of a workbook before a sheet of it can be read. `close` frees its temporary file. */
export interface Workbook {
  readonly archive: ZipArchive
  /** Hidden ones are left out: nobody checked what stands there. */
  readonly visibleSheets: readonly Sheet[]
  readonly starts1904: boolean
  /** By cell format: whether a number is meant as a date. */
  readonly dateLooks: readonly (DateLook | undefined)[]
  readonly strings: StringStore
  close(): void
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly part: string
}

export async function openWorkbook(archive: ZipArchive): Promise<Workbook> {
  const main =
    (await readRelations(archive, '')).find((it) => it.type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (!archive.names.has(main) || main.endsWith('.bin')) throw refusals.notATable()
  const relations = await readRelations(archive, main)
  const { sheets, starts1904 } = await readBook(archive, main, relations)
  const partOf = (type: string) =>
    relations.find((it) => it.type === type && archive.names.has(it.part))?.part
  const strings = createStringStore()
  try {
    const stringsPart = partOf('sharedStrings')
    if (stringsPart !== undefined) await readStrings(archive, stringsPart, strings)
    const stylesPart = partOf('styles')
    const dateLooks = stylesPart === undefined ? [] : await readDateLooks(archive, stylesPart)
    return { archive, visibleSheets: sheets, starts1904, dateLooks, strings, close: () => strings.close() }
  } catch (error) {
    strings.close()
    throw error
  }
}

export async function scanPart(archive: ZipArchive, part: string, handler: XmlHandler): Promise<void> {
  const scanner = createXmlScanner(handler)
  for await (const text of decodeUtf8(archive.read(part))) scanner.push(text)
  scanner.end()
}

export async function* decodeUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
    decoder.decode()
  } catch (error) {
    throw error instanceof TypeError ? refusals.corrupt(error) : error
  }
}

/** Relations name their targets from the folder of the part they belong to, or from the root. */
async function readRelations(archive: ZipArchive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const relationsPart = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const relations: Relation[] = []
  if (!archive.names.has(relationsPart)) return relations
  await scanPart(archive, relationsPart, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = readAttribute(attributes, 'Target') ?? ''
      relations.push({
        id: readAttribute(attributes, 'Id') ?? '',
        type: readAttribute(attributes, 'Type')?.split('/').at(-1) ?? '',
        part: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      })
    },
  })
  return relations
}

async function readBook(archive: ZipArchive, main: string, relations: readonly Relation[]) {
  const sheets: Sheet[] = []
  let starts1904 = false
  await scanPart(archive, main, {
    open(name, attributes) {
      if (name === 'workbookPr') starts1904 = /^(?:1|true)$/.test(readAttribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet' || /hidden/i.test(readAttribute(attributes, 'state') ?? '')) return
      const relation = relations.find((it) => it.id === readAttribute(attributes, 'id'))
      // Chart sheets are sheets too, without a table.
      if (relation?.type !== 'worksheet') return
      sheets.push({ name: readAttribute(attributes, 'name') ?? '', part: relation.part })
    },
  })
  return { sheets, starts1904 }
}

/** Rich text comes in runs, which are joined; phonetic hints (`rPh`) are no text of the cell. */
async function readStrings(archive: ZipArchive, part: string, strings: StringStore): Promise<void> {
  let text = ''
  let isText = false
  let isPhonetic = false
  await scanPart(archive, part, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') isPhonetic = true
      else if (name === 't') isText = !isPhonetic
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'si') strings.add(unescapeCharacters(text))
    },
  })
}

/** `_x000D_` is how the format writes a character that XML forbids (ECMA-376 Part 1, 22.9.2.19). */
export function unescapeCharacters(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

async function readDateLooks(archive: ZipArchive, part: string): Promise<(DateLook | undefined)[]> {
  const codes = new Map<number, string>()
  const looks: (DateLook | undefined)[] = []
  let inCellFormats = false
  await scanPart(archive, part, {
    open(name, attributes) {
      if (name === 'numFmt') {
        codes.set(
          Number(readAttribute(attributes, 'numFmtId')),
          readAttribute(attributes, 'formatCode') ?? '',
        )
      } else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) {
        const id = Number(readAttribute(attributes, 'numFmtId') ?? 0)
        looks.push(dateLookOf(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return looks
}
