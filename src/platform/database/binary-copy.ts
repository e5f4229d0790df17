/**
 * What `copy … (format binary)` begins and ends with, and rows in between (PostgreSQL manual, COPY, "Binary Format"). Half
 * the bytes of the text form, and neither side writes or reads a number in hexadecimal digits.
 */
export const COPY_HEAD = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex')
export const COPY_END = Buffer.from('ffff', 'hex')

export type CopyRows = {
  /** Begins a row of so many fields; as many must follow, in the order of the COPY's columns. */
  readonly row: (fields: number) => void
  readonly none: () => void
  readonly text: (value: string) => void
  readonly jsonb: (json: string) => void
  /** bytea, or a uuid by its sixteen bytes. */
  readonly bytes: (value: Uint8Array) => void
  readonly int2: (value: number) => void
  readonly int4: (value: number) => void
  readonly boolean: (value: boolean) => void
  /** `2026-11-28` */
  readonly day: (value: string) => void
  /** The bytes of one whole COPY. Nothing may be added afterwards. */
  readonly end: () => Buffer<ArrayBuffer>
}

const DAY_MS = 86_400_000
/** PostgreSQL counts days from 2000-01-01. */
const EPOCH_DAYS = 10_957
const FIELD_HEAD_BYTES = 4
/** A character of UTF-16 takes three bytes of UTF-8 at most. */
const BYTES_A_CHARACTER = 3

/** Rows gathered in memory; grows as they come. `bytesExpected` spares copying. */
export function makeCopyRows(bytesExpected = 1 << 20): CopyRows {
  // Never of the shared pool, so that whoever gets it may pass its memory on to another thread.
  let buffer = Buffer.allocUnsafeSlow(bytesExpected)
  let used = COPY_HEAD.copy(buffer)
  const reserve = (bytes: number) => {
    if (used + bytes <= buffer.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, used + bytes))
    buffer.copy(larger, 0, 0, used)
    buffer = larger
  }
  const head = (bytes: number) => {
    reserve(FIELD_HEAD_BYTES + bytes)
    used = buffer.writeInt32BE(bytes, used)
  }
  /** Its length is known once it is written. */
  const words = (value: string, before?: number) => {
    reserve(FIELD_HEAD_BYTES + 1 + value.length * BYTES_A_CHARACTER)
    const at = used
    used += FIELD_HEAD_BYTES
    if (before !== undefined) used = buffer.writeUInt8(before, used)
    used += buffer.write(value, used, 'utf8')
    buffer.writeInt32BE(used - at - FIELD_HEAD_BYTES, at)
  }
  const int4 = (value: number) => {
    head(4)
    used = buffer.writeInt32BE(value, used)
  }
  return {
    row(fields) {
      reserve(2)
      used = buffer.writeInt16BE(fields, used)
    },
    none() {
      reserve(FIELD_HEAD_BYTES)
      used = buffer.writeInt32BE(-1, used)
    },
    text: (value) => words(value),
    jsonb: (json) => words(json, JSONB_VERSION),
    bytes(value) {
      head(value.length)
      buffer.set(value, used)
      used += value.length
    },
    int2(value) {
      head(2)
      used = buffer.writeInt16BE(value, used)
    },
    int4,
    boolean(value) {
      head(1)
      used = buffer.writeUInt8(value ? 1 : 0, used)
    },
    day: (value) => int4(Date.parse(value) / DAY_MS - EPOCH_DAYS),
    end() {
      reserve(COPY_END.length)
      used += COPY_END.copy(buffer, used)
      return buffer.subarray(0, used)
    },
  }
}

const JSONB_VERSION = 1
