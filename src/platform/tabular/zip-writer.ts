import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: AsyncIterable<string> | Iterable<string>
}

interface Written {
  readonly name: Buffer
  readonly crc: number
  readonly packedBytes: number
  readonly unpackedBytes: number
  readonly headerOffset: number
}

/** Sizes follow the data (bit 3), because a stream knows them only then; names are UTF-8 (bit 11). */
const FLAGS = 0x0808
const DEFLATED = 8
const VERSION = 20
/** 1 January 1980, the first day ZIP knows: equal tables make equal files, so that digests can be compared. */
const DOS_DATE = 0x0021
const NARROW_MAX = 0xffffffff

/** A ZIP archive as it is made, at the pace of whoever reads it. */
export async function* writeZip(parts: Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const header = localHeader(name)
    yield header
    const counted = { crc: 0, unpackedBytes: 0, packedBytes: 0 }
    const deflated = Readable.from(counting(part.content, counted), { objectMode: false }).pipe(
      createDeflateRaw(),
    )
    for await (const chunk of deflated as AsyncIterable<Buffer>) {
      counted.packedBytes += chunk.length
      yield chunk
    }
    if (counted.unpackedBytes > NARROW_MAX) throw new RangeError('a part of more than 4 GiB needs ZIP64')
    const descriptor = dataDescriptor(counted)
    yield descriptor
    written.push({ name, ...counted, headerOffset: offset })
    offset += header.length + counted.packedBytes + descriptor.length
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield endOfDirectory(written.length, directory.length, offset)
}

async function* counting(
  content: ZipPart['content'],
  counted: { crc: number; unpackedBytes: number },
): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text)
    counted.crc = crc32(bytes, counted.crc)
    counted.unpackedBytes += bytes.length
    yield bytes
  }
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(DEFLATED, 8)
  header.writeUInt16LE(DOS_DATE, 12)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function dataDescriptor(sizes: { crc: number; packedBytes: number; unpackedBytes: number }): Buffer {
  const descriptor = Buffer.alloc(16)
  descriptor.writeUInt32LE(0x08074b50, 0)
  descriptor.writeUInt32LE(sizes.crc, 4)
  descriptor.writeUInt32LE(sizes.packedBytes, 8)
  descriptor.writeUInt32LE(sizes.unpackedBytes, 12)
  return descriptor
}

function directoryEntry(part: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(VERSION, 4)
  entry.writeUInt16LE(VERSION, 6)
  entry.writeUInt16LE(FLAGS, 8)
  entry.writeUInt16LE(DEFLATED, 10)
  entry.writeUInt16LE(DOS_DATE, 14)
  entry.writeUInt32LE(part.crc, 16)
  entry.writeUInt32LE(part.packedBytes, 20)
  entry.writeUInt32LE(part.unpackedBytes, 24)
  entry.writeUInt16LE(part.name.length, 28)
  entry.writeUInt32LE(part.headerOffset, 42)
  return Buffer.concat([entry, part.name])
}

function endOfDirectory(count: number, bytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(bytes, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
