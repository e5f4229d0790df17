import { createReadStream } from 'node:fs'
import type { Context, Db } from '#platform/context.ts'
import { bucketOfVoucher } from '../../rules/voucher-number.ts'
import { formRefusals } from '../../rules/files/form-refusals.ts'
import type { FileRefusal } from '../../rules/files/ride-file.ts'
import { openHalf } from './half-sink.ts'
import { checkHead, type CheckedHead } from './head-check.ts'
import { clockOffset, makeSample, type SampledLine } from './sample.ts'
import { scanRideFile, type Scanned } from './scan-ride-file.ts'
import { fileTables } from './tables.ts'

const CHUNK_BYTES = 1 << 20
const REFUSALS_A_WRITE = 1_000

/** The first 32 buckets are one half, the others the second. */
export const halfOf = (voucher: number): 0 | 1 => (bucketOfVoucher(voucher) < 32 ? 0 : 1)

export type Staged = {
  readonly scanned: Scanned
  readonly head: CheckedHead
  readonly sample: readonly SampledLine[]
  readonly clockOffset: number | null
  /** Lines refused for their form alone. */
  readonly refused: number
}

export type Staging = {
  readonly file: { readonly id: number; readonly company: number; readonly path: string }
  readonly halves: readonly [Db, Db]
  /** Where the reading stands; throws to break it off. */
  readonly onProgress: (bytes: number) => Promise<void>
}

/**
 * Reads a file once and puts its rows into both halves' staging. What is refused for its form is written down as it is
 * met: it is the same whenever the file is read again.
 */
export async function stageFile(ctx: Context, staging: Staging): Promise<Staged | FileRefusal> {
  const { file, halves, onProgress } = staging
  const sinks = [openHalf(halves[0], 0), openHalf(halves[1], 1)] as const
  let head: CheckedHead | undefined
  let sample = makeSample(1)
  let refused: { line: number; result: number }[] = []
  let refusedCount = 0
  const writeRefused = async () => {
    const rows = refused
    refused = []
    refusedCount += rows.length
    await insertRefusals(ctx, file.id, rows)
  }
  try {
    const scanned = await scanRideFile(createReadStream(file.path, { highWaterMark: CHUNK_BYTES }), {
      onHead: async (read) => {
        const checked = await checkHead(ctx, file.company, read)
        if (typeof checked === 'string') return checked
        head = checked
        sample = makeSample(checked.sampleLines)
        return undefined
      },
      against: () => head!.against,
      onRow: (fields, bytes) => {
        sinks[halfOf(fields.voucher)].put(fields)
        sample.see(fields, bytes)
      },
      onRefused: (line, refusal) => void refused.push({ line, result: formRefusals[refusal].no }),
      onChunk: async (bytes) => {
        await Promise.all(sinks.map((sink) => sink.drained()))
        if (refused.length >= REFUSALS_A_WRITE) await writeRefused()
        await onProgress(bytes)
      },
    })
    if (typeof scanned === 'string') {
      await Promise.all(sinks.map((sink) => sink.abort()))
      return scanned
    }
    await writeRefused()
    await Promise.all(sinks.map((sink) => sink.end()))
    return {
      scanned,
      head: head!,
      sample: sample.lines,
      clockOffset: clockOffset(sample.lines),
      refused: refusedCount,
    }
  } catch (error) {
    await Promise.all(sinks.map((sink) => sink.abort()))
    throw error
  }
}

async function insertRefusals(
  ctx: Context,
  file: number,
  rows: readonly { line: number; result: number }[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += REFUSALS_A_WRITE)
    await fileTables(ctx)
      .insertInto('green_travel.scan_refusal')
      .values(rows.slice(from, from + REFUSALS_A_WRITE).map((row) => ({ ...NOTHING, file, ...row })))
      .onConflict((clash) => clash.doNothing())
      .execute()
}

const NOTHING = { voucher: null, counter: null, taken_at: null, route: null }
