import { refusals } from './refusals.ts'
import { EMPTY_CELL, type TableCell } from './table.ts'
import { decodeUtf8 } from './workbook.ts'
import { createXmlScanner, readAttribute } from './xml-scanner.ts'
import type { ZipArchive } from './zip-archive.ts'

/** Rows are 1-based, columns 0-based, all inclusive. */
export interface MergedBlock {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const BLOCKS_MAX = 200_000
/** Blocks that one row may lie in: more overlap, which no program makes, and would be filled again for every row. */
const BLOCKS_A_ROW_MAX = 2_000
const DATA_END = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/

/**
 * The merged blocks stand behind the cells in the file, but are needed with the first of them, so the part is
 * unpacked once before it is read. Finding where the cells end is a search, not a parse.
 */
export async function readMergedBlocks(archive: ZipArchive, part: string): Promise<MergedBlock[]> {
  const blocks: MergedBlock[] = []
  const scanner = createXmlScanner({
    open(name, attributes) {
      if (name !== 'mergeCell') return
      const block = parseRange(readAttribute(attributes, 'ref') ?? '')
      if (block !== undefined) blocks.push(block)
      if (blocks.length > BLOCKS_MAX) throw refusals.tooManyMergedCells()
    },
  })
  let tail: string | undefined
  let seam = ''
  for await (const text of decodeUtf8(archive.read(part))) {
    if (tail !== undefined) scanner.push(text)
    else {
      const window = seam + text
      const match = DATA_END.exec(window)
      if (match === null) seam = window.slice(-64)
      else scanner.push((tail = window.slice(match.index + match[0].length)))
    }
  }
  return blocks.sort((a, b) => a.top - b.top)
}

export interface MergeFiller {
  /** Puts the value of each block that crosses this row into the cells it covers. Rows come in order. */
  fill(row: number, cells: TableCell[]): void
}

export function createMergeFiller(blocks: readonly MergedBlock[]): MergeFiller {
  let active: { block: MergedBlock; master: TableCell }[] = []
  let next = 0
  return {
    fill(row, cells) {
      active = active.filter(({ block }) => block.bottom >= row)
      for (let block = blocks[next]; block !== undefined && block.top <= row; block = blocks[++next]) {
        // A block whose first row was never written has no value to give.
        const master = block.top === row ? (cells[block.left] ?? EMPTY_CELL) : EMPTY_CELL
        if (block.bottom >= row && master.kind !== 'empty') active.push({ block, master })
      }
      if (active.length > BLOCKS_A_ROW_MAX) throw refusals.tooManyMergedCells()
      for (const { block, master } of active) fillBlock(row, cells, block, master)
    },
  }
}

function fillBlock(row: number, cells: TableCell[], block: MergedBlock, master: TableCell): void {
  // A block merged to the sheet's very edge would make every row 16,384 cells wide.
  const right = Math.min(block.right, Math.max(cells.length, block.left + 64) - 1)
  const copy: TableCell = { ...master, merged: true }
  for (let column = block.left; column <= right; column++) {
    if (row === block.top && column === block.left) continue
    while (cells.length < column) cells.push(EMPTY_CELL)
    cells[column] = copy
  }
}

export function parseRange(range: string): MergedBlock | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(range)
  if (match === null) return undefined
  const [, left = '', top = '', right = '', bottom = ''] = match
  return { top: Number(top), bottom: Number(bottom), left: columnIndex(left), right: columnIndex(right) }
}

/** A is 0, Z is 25, AA is 26. */
export function columnIndex(letters: string): number {
  let index = 0
  for (let at = 0; at < letters.length; at++) index = index * 26 + letters.charCodeAt(at) - 64
  return index - 1
}
