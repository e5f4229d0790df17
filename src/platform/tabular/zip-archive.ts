import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'

import { refusals } from './refusals.ts'
import { TableError } from './table-error.ts'
import type { TableLimits } from './table.ts'

// Our own reader of ZIP (APPNOTE 6.3), because the parts of a workbook must be read in our order, more than once,
// in flat memory and under a limit; stream readers take them in the order the writer happened to choose.

interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packedBytes: number
  readonly headerOffset: number
}

export interface ZipArchive {
  readonly names: ReadonlySet<string>
  /** The bytes of one part. Checks limits on the way and the CRC at the end. */
  read(name: string): AsyncIterable<Buffer>
}

const END_OF_DIRECTORY = 0x06054b50
const END_OF_DIRECTORY_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const ENTRIES_MAX = 10_000
const DIRECTORY_BYTES_MAX = 8 * 1024 * 1024
/** Below this a high ratio is only a small, dull sheet. */
const RATIO_MATTERS_FROM_BYTES = 16 * 1024 * 1024

export async function openZip(path: string, limits: TableLimits): Promise<ZipArchive> {
  const file = await open(path, 'r')
  try {
    const entries = new Map((await readDirectory(file)).map((entry) => [entry.name, entry]))
    return {
      names: new Set(entries.keys()),
      read: (name) => readEntry(path, entries.get(name), limits),
    }
  } finally {
    await file.close()
  }
}

async function* readEntry(
  path: string,
  entry: ZipEntry | undefined,
  limits: TableLimits,
): AsyncGenerator<Buffer> {
  if (entry === undefined) throw refusals.corrupt()
  if (entry.encrypted) throw refusals.encrypted()
  if (entry.method !== 0 && entry.method !== 8) throw refusals.corrupt()
  const start = await dataOffset(path, entry)
  if (entry.packedBytes === 0) return
  const packed = createReadStream(path, { start, end: start + entry.packedBytes - 1 })
  const unpacked = entry.method === 0 ? packed : packed.pipe(createInflateRaw({ chunkSize: 64 * 1024 }))
  packed.on('error', (error) => unpacked.destroy(error))
  let bytes = 0
  let crc = 0
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      bytes += chunk.length
      const ratio = bytes / entry.packedBytes
      const isBomb = bytes > RATIO_MATTERS_FROM_BYTES && ratio > limits.packingRatioMax
      if (isBomb || bytes > limits.unpackedBytesMax) throw refusals.unpacksTooLarge()
      crc = crc32(chunk, crc)
      yield chunk
    }
  } catch (error) {
    throw error instanceof TableError ? error : refusals.corrupt(error)
  } finally {
    packed.destroy()
    unpacked.destroy()
  }
  if (crc !== entry.crc) throw refusals.corrupt()
}

/** The local header repeats the name with a length of its own, so the data's place is known only from there. */
async function dataOffset(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path, 'r')
  try {
    const header = await readAt(file, entry.headerOffset, 30)
    if (header.readUInt32LE(0) !== LOCAL_HEADER) throw refusals.corrupt()
    return entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}

async function readDirectory(file: FileHandle): Promise<ZipEntry[]> {
  const { count, bytes, offset } = await findDirectory(file)
  if (count > ENTRIES_MAX || bytes > DIRECTORY_BYTES_MAX) throw refusals.unpacksTooLarge()
  const directory = await readAt(file, offset, bytes)
  const entries: ZipEntry[] = []
  let at = 0
  while (entries.length < count) {
    if (at + 46 > bytes || directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw refusals.corrupt()
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    const sizes = widenSizes(directory.subarray(nameEnd, extraEnd), {
      unpackedBytes: directory.readUInt32LE(at + 24),
      packedBytes: directory.readUInt32LE(at + 20),
      headerOffset: directory.readUInt32LE(at + 42),
    })
    entries.push({
      // Some writers on Windows separate folders with a backslash.
      name: directory.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedBytes: sizes.packedBytes,
      headerOffset: sizes.headerOffset,
    })
    at = extraEnd + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** ZIP64 puts the wide values into an extra field, in this order and only those that overflow. */
function widenSizes(extra: Buffer, sizes: Record<'unpackedBytes' | 'packedBytes' | 'headerOffset', number>) {
  const wide = { ...sizes }
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    for (const name of ['unpackedBytes', 'packedBytes', 'headerOffset'] as const) {
      if (wide[name] !== 0xffffffff || field + 8 > extra.length) continue
      wide[name] = Number(extra.readBigUInt64LE(field))
      field += 8
    }
  }
  return wide
}

async function findDirectory(file: FileHandle): Promise<{ count: number; bytes: number; offset: number }> {
  const { size } = await file.stat()
  const tailBytes = Math.min(size, 65_557)
  const tail = await readAt(file, size - tailBytes, tailBytes)
  for (let at = tailBytes - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END_OF_DIRECTORY) continue
    const narrow = {
      count: tail.readUInt16LE(at + 10),
      bytes: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    }
    if (at >= 20 && tail.readUInt32LE(at - 20) === LOCATOR_64) {
      return findDirectory64(file, Number(tail.readBigUInt64LE(at - 12)))
    }
    return narrow
  }
  throw refusals.corrupt()
}

async function findDirectory64(file: FileHandle, offset: number) {
  const record = await readAt(file, offset, 56)
  if (record.readUInt32LE(0) !== END_OF_DIRECTORY_64) throw refusals.corrupt()
  return {
    count: Number(record.readBigUInt64LE(32)),
    bytes: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  }
}

async function readAt(file: FileHandle, position: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes)
  const { bytesRead } = await file.read(buffer, 0, bytes, position)
  if (bytesRead !== bytes) throw refusals.corrupt()
  return buffer
}
