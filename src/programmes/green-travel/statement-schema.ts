import { z } from 'zod'

const saidText = z.object({ zh: z.string(), en: z.string() })
/** A calendar month of the city, `2026-11`. */
export const monthText = z.string().regex(/^20[2-5]\d-(0[1-9]|1[0-2])$/)

const statementLine = z.object({ label: saidText, rides: z.number().int(), fen: z.number().int() })

/** Everything that the printed statement shows; its digest is over this. */
export const statementContent = z.object({
  company: z.object({ unit: z.uuid(), name: z.string() }),
  payer: z.string(),
  month: monthText,
  cutAt: z.string(),
  unionFenARide: z.number().int(),
  lines: z.array(statementLine).max(200),
  dueFen: z.number().int(),
  earnedToDateFen: z.number().int(),
  paidToDateFen: z.number().int(),
  /** What was paid ahead of what is earned; zero where something is owed. */
  advanceFen: z.number().int(),
  owedFen: z.number().int(),
  days: z.array(z.object({ day: z.string(), rides: z.number().int(), fen: z.number().int() })).max(31),
  routes: z
    .array(z.object({ code: z.string(), name: z.string(), rides: z.number().int(), fen: z.number().int() }))
    .max(2_000),
  differences: z
    .array(
      z.object({
        text: saidText,
        outcome: saidText,
        count: z.number().int(),
        rides: z.number().int(),
        fen: z.number().int(),
      }),
    )
    .max(100),
  seal: z.object({ no: z.number().int(), digest: z.string() }).nullable(),
})
