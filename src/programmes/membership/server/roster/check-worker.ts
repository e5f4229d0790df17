import { createReadStream } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { Failure } from '#platform/failures.ts'
import type { Keys } from '#platform/keys.ts'
import { readRecords } from '#platform/tabular/read-records.ts'
import { columnLetters } from '#platform/tabular/write-xlsx.ts'
import { judgeRow } from './judge-row.ts'
import { rosterColumns } from './roster-columns.ts'
import { makeBatcher, type StagedBatch } from './staged-batch.ts'
import type { FromChecker, RosterColumn, ToChecker } from './checker-words.ts'
import type { RosterGround } from './verdict.ts'

/**
 * The thread that reads a roster and judges its rows, so that the server's own thread answers people meanwhile. It
 * hands over a batch at a time and is never more than two ahead of the database, however large the file.
 */

export type CheckOrder = {
  readonly importId: string
  readonly path: string
  readonly fileName: string
  readonly format: 'xlsx' | 'csv'
  readonly keys: Keys
  readonly ground: RosterGround
  /** Rows up to here stand in the database already. */
  readonly after: number
}

const BATCH_ROWS = 2_000
const BATCHES_AHEAD = 2

const order = workerData as CheckOrder
const parent = parentPort!

let sent = 0
let taken = 0
let wake: (() => void) | undefined

parent.on('message', (_word: ToChecker) => {
  taken += 1
  wake?.()
})

const say = (word: FromChecker) => parent.postMessage(word)

/** The memory of its bytes goes over with it: nothing is copied. */
function hand(batch: StagedBatch): void {
  parent.postMessage({ kind: 'rows', batch } satisfies FromChecker, [batch.bytes.buffer])
  sent += 1
}

async function untilTaken(): Promise<void> {
  while (sent - taken >= BATCHES_AHEAD) await new Promise<void>((resolve) => (wake = resolve))
}

async function check(): Promise<void> {
  const reader = await readRecords(order.path, order.fileName, rosterColumns, {
    limits: { cellCharactersMax: 2_000 },
  })
  const { header, headings } = reader
  say({
    kind: 'header',
    row: header.row,
    columns: columnsOf(headings, header.positions),
    rowsExpected: order.format === 'csv' ? (await countLines(order.path)) - header.row : null,
  })
  const batcher = makeBatcher(order.keys, order.importId)
  for await (const { row, values } of reader.records) {
    if (row <= order.after) continue
    batcher.add(judgeRow(row, values, order.ground), values)
    if (batcher.size < BATCH_ROWS) continue
    await untilTaken()
    hand(batcher.take())
  }
  if (batcher.size > 0) hand(batcher.take())
  say({ kind: 'end' })
}

/** Headings as written; one without words is called by its letter. */
function columnsOf(headings: readonly string[], positions: ReadonlyMap<string, number>): RosterColumn[] {
  const fieldAt = new Map([...positions].map(([field, position]) => [position, field]))
  return headings.map((heading, position) => ({
    heading: heading === '' ? columnLetters(position) : heading,
    field: (fieldAt.get(position) ?? null) as RosterColumn['field'],
  }))
}

/** For telling how far: lines inside quotes make it a little too many, which does no harm. */
async function countLines(path: string): Promise<number> {
  let lines = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1
  }
  return lines
}

check().then(
  () => undefined,
  (error: unknown) => {
    if (!(error instanceof Failure)) throw error
    say({ kind: 'refused', text: error.text, problems: error.problems })
  },
)
