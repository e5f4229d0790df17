import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { declared, figureKey, owner, text, value } from './shapes.ts'

const part = z.object({ key: z.string(), label: text, value: z.number().nullable() })

/**
 * A figure for everybody's own programs. Numbers stand in the unit that is named: money in yuan, a share in per cent; null where
 * they are withheld, because fewer than ten stand behind them or would be given away.
 */
export const openFigure = z.object({
  ...declared,
  ...value,
  isNot: text,
  /** What is asked of the records, in words. */
  query: text,
  owner,
  asOf: z.iso.date(),
  recordedUpTo: instant,
  parts: z
    .array(z.object({ id: z.string(), by: text, tooFew: z.boolean(), rows: z.array(part).max(1000) }))
    .max(20),
  trend: z
    .object({
      title: text,
      step: z.enum(['day', 'month', 'year']),
      points: z.array(z.object({ period: z.string(), value: z.number().nullable() })).max(1000),
    })
    .nullable(),
  /** SHA-256 over the record list; null where it is too long to digest on demand, or fewer than ten stand behind it. */
  digest: z.string().nullable(),
  /** Everything in it is invented: a demo city. */
  isDemo: z.boolean(),
  addresses: z.object({ page: z.string(), json: z.string(), csv: z.string() }),
})

/** How a figure stood in each district at the ends of months; null where it is withheld. */
export const districtComparison = z.object({
  key: figureKey,
  title: text,
  unit: text,
  definition: text,
  dimension: declared.dimension,
  asOf: z.iso.date(),
  recordedUpTo: instant,
  /** Days, the last one being `asOf`. */
  moments: z.array(z.iso.date()).max(14),
  series: z
    .array(z.object({ key: z.string(), label: text, values: z.array(z.number().nullable()).max(14) }))
    .max(400),
  /** Figures that districts can be compared by. */
  choices: z.array(z.object({ key: figureKey, title: text, chapter: text })).max(500),
})
