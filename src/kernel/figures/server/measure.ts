import { createHash } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import type { AsOf, Figure } from '../figure.ts'
import { eachRecord } from './record-list.ts'
import { canonicalLine } from './rules/canonical.ts'
import type { Measured } from './rules/verdict.ts'

/** How many records there are, and the SHA-256 over their canonical lines. */
export async function digestRecords(
  ctx: Context,
  figure: Figure,
  at: AsOf,
): Promise<{ records: number; digest: string }> {
  const hash = createHash('sha256')
  let records = 0
  await eachRecord(ctx, figure, at, (some) => {
    for (const { key, cells } of some) hash.update(canonicalLine(key, cells))
    records += some.length
  })
  return { records, digest: hash.digest('hex') }
}

/** Value, terms, and the records behind them: what a publication freezes and a verification compares. */
export async function measure(ctx: Context, figure: Figure, at: AsOf): Promise<Measured> {
  const { value, numerator = null, denominator = null } = await figure.value(ctx, at)
  return { value, numerator, denominator, ...(await digestRecords(ctx, figure, at)) }
}
