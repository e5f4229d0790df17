import { createHash } from 'node:crypto'
import {
  readEnd,
  readHead,
  type FileEnd,
  type FileHead,
  type FileRefusal,
} from '../../rules/files/ride-file.ts'
import type { FormRefusal } from '../../rules/files/form-refusals.ts'
import { makeRouteReader, newLineFields, readLine, type LineFields, type RouteTable } from './read-line.ts'

// One file and long on purpose: the walk over the bytes is one loop, and cutting it costs a fifth of the rate.

const LINE_BYTES_MAX = 4_096
const LF = 0x0a
const CR = 0x0d
const HASH_SIGN = 0x23
const TILDE = 0x7e

/** Who takes what is read, as it is read. Neither may keep `fields` or `bytes`. */
export type Scanning = {
  /** The whole first line; answers why the file cannot be from who it says, or undefined to go on. */
  readonly onHead: (head: FileHead) => Promise<FileRefusal | undefined>
  /** A line of good form. `bytes` holds the signature from `fields.signatureAt` on. */
  readonly onRow: (fields: LineFields, bytes: Buffer) => void
  readonly onRefused: (line: number, refusal: FormRefusal) => void
  /** Called between chunks, so that whoever takes the rows can say how fast. */
  readonly onChunk: (bytesRead: number) => Promise<void> | undefined
  /** Asked once the head is known. */
  readonly against: () => Against
}

/** What lines of this file are read against; no fare where it was judged before. */
export type Against = { readonly fareFen: number | null; readonly routeOf: RouteTable }

export type Scanned = {
  readonly head: FileHead
  readonly end: FileEnd
  readonly lines: number
  /** Of what the reader signed: the file without mark, carriage returns, remarks and end line. */
  readonly digest: Buffer
}

/**
 * Walks over a ride file once. A byte order mark, carriage returns and remark lines (`#~`), which a person's editor may
 * have left, are passed over and are not part of what was signed. Never holds more than a chunk.
 */
export async function scanRideFile(
  chunks: AsyncIterable<Buffer>,
  scanning: Scanning,
): Promise<Scanned | FileRefusal> {
  const walk = beginWalk(scanning)
  let rest: Buffer = Buffer.alloc(0)
  let isFirst = true
  let read = 0
  for await (let chunk of chunks) {
    read += chunk.length
    // Only the line that lies across two chunks is copied together.
    const stop = rest.length > 0 && walk.hasHead() ? chunk.indexOf(LF) : -1
    if (stop >= 0) {
      const refusal = walk.take(Buffer.concat([rest, chunk.subarray(0, stop + 1)]))
      if (typeof refusal === 'string') return refusal
      rest = Buffer.alloc(0)
      chunk = chunk.subarray(stop + 1)
    }
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    if (isFirst && bytes.length >= 3) {
      isFirst = false
      if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
        return 'utf-16'
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3)
    }
    if (!walk.hasHead()) {
      const refusal = await walk.takeHead(bytes)
      if (refusal !== undefined) return refusal
    }
    const taken = walk.take(bytes)
    if (typeof taken === 'string') return taken
    rest = bytes.subarray(taken)
    if (rest.length > LINE_BYTES_MAX) return walk.hasHead() ? 'too-long' : 'not-a-ride-file'
    const wait = scanning.onChunk(read)
    if (wait !== undefined) await wait
  }
  return walk.finish(rest)
}

type Walk = {
  readonly hasHead: () => boolean
  readonly takeHead: (bytes: Buffer) => Promise<FileRefusal | undefined>
  /** Takes every whole line; answers how many bytes of `bytes` are done with. */
  readonly take: (bytes: Buffer) => number | FileRefusal
  readonly finish: (rest: Buffer) => Scanned | FileRefusal
}

function beginWalk(scanning: Scanning): Walk {
  const hash = createHash('sha256')
  const fields = newLineFields()
  let head: FileHead | undefined
  let headBytes = 0
  let end: FileEnd | undefined
  let lines = 0
  let fareFen: number | null = null
  let routeIn = makeRouteReader(() => 0)

  /** The first line, once all of it is there. */
  async function takeHead(bytes: Buffer): Promise<FileRefusal | undefined> {
    const stop = bytes.indexOf(LF)
    if (stop < 0) return undefined
    const text = bytes.toString('latin1', 0, stop > 0 && bytes[stop - 1] === CR ? stop - 1 : stop)
    const read = readHead(text)
    if (typeof read === 'string') return read
    head = read
    hash.update(`${text}\n`)
    headBytes = stop + 1
    const refusal = await scanning.onHead(head)
    if (refusal !== undefined) return refusal
    const against = scanning.against()
    fareFen = against.fareFen
    routeIn = makeRouteReader(against.routeOf)
    return undefined
  }

  function take(bytes: Buffer): number | FileRefusal {
    if (head === undefined) return 0
    let lineStart = headBytes
    headBytes = 0
    /** What is signed and not yet hashed begins here. */
    let signedFrom = lineStart
    for (;;) {
      const stop = bytes.indexOf(LF, lineStart)
      if (stop < 0) break
      const hasCr = stop > lineStart && bytes[stop - 1] === CR
      const to = hasCr ? stop - 1 : stop
      const isSpecial = bytes[lineStart] === HASH_SIGN
      if (hasCr || isSpecial) {
        hash.update(bytes.subarray(signedFrom, isSpecial ? lineStart : to))
        signedFrom = isSpecial ? stop + 1 : stop
      }
      const refusal = isSpecial ? takeSpecial(bytes, lineStart, to) : takeLine(bytes, lineStart, to)
      if (refusal !== undefined) return refusal
      lineStart = stop + 1
    }
    hash.update(bytes.subarray(signedFrom, lineStart))
    return lineStart
  }

  function takeSpecial(bytes: Buffer, from: number, to: number): FileRefusal | undefined {
    if (bytes[from + 1] === TILDE) return undefined
    if (end !== undefined) return 'after-end'
    end = readEnd(bytes.toString('latin1', from, to))
    return end === undefined ? 'truncated' : undefined
  }

  function takeLine(bytes: Buffer, from: number, to: number): FileRefusal | undefined {
    if (end !== undefined) return to === from ? undefined : 'after-end'
    if (to - from > LINE_BYTES_MAX) return 'too-long'
    const line = ++lines
    const refusal = readLine(bytes, from, to, fields, routeIn) ?? judge(line)
    if (refusal === undefined) scanning.onRow(fields, bytes)
    else scanning.onRefused(line, refusal)
    return undefined
  }

  function judge(line: number): FormRefusal | undefined {
    if (fields.line !== line) return 'line-number'
    return fareFen === null || fields.fare === fareFen ? undefined : 'wrong-fare'
  }

  /** The last line may stand without its line end. */
  function finish(rest: Buffer): Scanned | FileRefusal {
    if (head === undefined) return 'not-a-ride-file'
    if (rest.length > 0) {
      const to = rest.at(-1) === CR ? rest.length - 1 : rest.length
      if (rest[0] !== HASH_SIGN) return 'truncated'
      const refusal = takeSpecial(rest, 0, to)
      if (refusal !== undefined) return refusal
    }
    if (end === undefined) return 'truncated'
    if (end.lines !== lines) return 'count-differs'
    return { head, end, lines, digest: hash.digest() }
  }

  return { hasHead: () => head !== undefined, takeHead, take, finish }
}
