import { randomInt } from 'node:crypto'
import { SIGNATURE_LETTERS } from '../../rules/files/ride-file.ts'
import type { LineFields } from './read-line.ts'

/** A line whose signature is looked at. */
export type SampledLine = {
  readonly line: number
  readonly voucher: number
  readonly counter: number
  readonly codeAt: number
  readonly readAt: number
  readonly signature: string
}

export const sampledLine = (fields: LineFields, bytes: Buffer): SampledLine => ({
  line: fields.line,
  voucher: fields.voucher,
  counter: fields.counter,
  codeAt: fields.codeAt,
  readAt: fields.readAt,
  signature: bytes.toString('latin1', fields.signatureAt, fields.signatureAt + SIGNATURE_LETTERS),
})

/**
 * Takes `size` lines of a file whose length nobody knows yet, each with the same chance (Vitter's algorithm R, skipping
 * as algorithm L does): whoever forges lines cannot know which are looked at.
 */
export function makeSample(size: number) {
  const lines: SampledLine[] = []
  let seen = 0
  let next = 0
  let weight = 1
  const uniform = () => (randomInt(2 ** 32) + 1) / (2 ** 32 + 1)
  const skip = () => {
    weight *= Math.exp(Math.log(uniform()) / size)
    next += Math.floor(Math.log(uniform()) / Math.log(1 - weight)) + 1
  }
  return {
    lines: lines as readonly SampledLine[],
    see(fields: LineFields, bytes: Buffer): void {
      seen++
      if (lines.length < size) {
        lines.push(sampledLine(fields, bytes))
        if (lines.length === size) {
          next = size
          skip()
        }
      } else if (seen === next) {
        lines[randomInt(size)] = sampledLine(fields, bytes)
        skip()
      }
    },
  }
}

/** How far the reader's clock is from the phones', in seconds: one wrong phone does not move a median. */
export function clockOffset(lines: readonly SampledLine[]): number | null {
  const offsets = lines.map(({ readAt, codeAt }) => readAt - codeAt).toSorted((a, b) => a - b)
  return offsets[Math.floor(offsets.length / 2)] ?? null
}
