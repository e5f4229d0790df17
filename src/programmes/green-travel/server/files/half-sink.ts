import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { COPY_END, COPY_HEAD } from '#platform/database/binary-copy.ts'
import { copyIn } from '#platform/database/copy-in.ts'
import type { Db } from '#platform/context.ts'
import { isFull, newRowBuffer, putRow, type StagedRow } from './binary-copy.ts'

/** Takes one half's rows into its staging table, over a connection of its own. */
export type HalfSink = {
  readonly put: (row: StagedRow) => void
  /** Done once the database has kept up. */
  readonly drained: () => Promise<unknown>
  readonly end: () => Promise<void>
  readonly abort: () => Promise<void>
}

export function openHalf(db: Db, half: number): HalfSink {
  const stream = new PassThrough({ highWaterMark: 1 << 20 })
  const copied = copyIn(
    db,
    `copy green_travel.stage_${half} (voucher, counter, line, code_at, read_at, route) from stdin (format binary)`,
    stream,
  )
  // Heard where the half ends; a failure before that must not be nobody's.
  copied.catch(() => undefined)
  stream.write(COPY_HEAD)
  let buffer = newRowBuffer()
  let isBehind = false
  const flush = () => {
    if (buffer.used === 0) return
    isBehind = !stream.write(buffer.bytes.subarray(0, buffer.used))
    buffer = newRowBuffer()
  }
  return {
    put(row) {
      putRow(buffer, row)
      if (isFull(buffer)) flush()
    },
    drained: () =>
      isBehind && stream.writableNeedDrain
        ? Promise.race([once(stream, 'drain'), copied])
        : Promise.resolve(),
    async end() {
      flush()
      stream.end(COPY_END)
      await copied
    },
    async abort() {
      stream.destroy(new Error('the file was refused'))
      await copied.catch(() => undefined)
    },
  }
}
