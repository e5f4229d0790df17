import { mkdtempSync, openSync, readSync, rmSync, writeSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The shared strings of a workbook. A roster of 600,000 people has millions of them, so they lie in a temporary
 * file in blocks and only the blocks in use stay in memory: sheets name strings roughly in the order they were
 * first used, so a block is rarely read twice.
 */
export interface StringStore {
  add(text: string): void
  get(index: number): string | undefined
  close(): void
}

const STRINGS_A_BLOCK = 256
const BLOCKS_KEPT = 256

export function createStringStore(): StringStore {
  const kept = new Map<number, readonly string[]>()
  const places: { offset: number; bytes: number }[] = []
  let filling: string[] = []
  let spill: { folder: string; file: number; bytes: number } | undefined

  function keep(block: number, strings: readonly string[]): void {
    kept.delete(block)
    kept.set(block, strings)
    if (kept.size > BLOCKS_KEPT) kept.delete(kept.keys().next().value ?? 0)
  }

  function writeBlock(): void {
    spill ??= openSpill()
    const bytes = Buffer.from(JSON.stringify(filling))
    writeSync(spill.file, bytes, 0, bytes.length, spill.bytes)
    places.push({ offset: spill.bytes, bytes: bytes.length })
    spill.bytes += bytes.length
    keep(places.length - 1, filling)
    filling = []
  }

  function readBlock(block: number): readonly string[] | undefined {
    const place = places[block]
    if (place === undefined || spill === undefined) return undefined
    const bytes = Buffer.alloc(place.bytes)
    readSync(spill.file, bytes, 0, place.bytes, place.offset)
    const strings = JSON.parse(bytes.toString('utf8')) as readonly string[]
    keep(block, strings)
    return strings
  }

  return {
    add(text) {
      filling.push(text)
      if (filling.length === STRINGS_A_BLOCK) writeBlock()
    },
    get(index) {
      const block = Math.floor(index / STRINGS_A_BLOCK)
      const strings = block === places.length ? filling : (kept.get(block) ?? readBlock(block))
      return strings?.[index % STRINGS_A_BLOCK]
    },
    close() {
      if (spill === undefined) return
      closeSync(spill.file)
      rmSync(spill.folder, { recursive: true, force: true })
      spill = undefined
    },
  }
}

function openSpill(): { folder: string; file: number; bytes: number } {
  const folder = mkdtempSync(join(tmpdir(), 'zhenyi-strings-'))
  return { folder, file: openSync(join(folder, 'strings'), 'w+', 0o600), bytes: 0 }
}
