import { z } from 'zod'

import { says } from '#platform/text.ts'

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdaySchema = z.int().min(1).max(7)
export const monthDaySchema = z
  .string()
  .regex(
    /^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2\d))$/,
  )
export const openingTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
export const closingTimeSchema = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)

const span = {
  from: openingTimeSchema,
  to: closingTimeSchema,
  /** Closes on the day after: 20:00 to 次日 02:00. Said, never guessed from `to` being the smaller one. */
  nextDay: z.literal(true).optional(),
}

/** HH:MM compares as text. A span never lasts longer than 24 hours. */
const closesAfterOpening = (it: { from: string; to: string; nextDay?: true | undefined }): boolean =>
  it.nextDay === true ? it.to <= it.from : it.to > it.from

const closingRefused = {
  error: says('关闭时间早于开放时间。', 'Closing comes before opening.'),
  path: ['to'],
}

/** One stretch of opening; `from` inclusive, `to` exclusive, in the city's time zone. */
export const openingSpanSchema = z.object(span).refine(closesAfterOpening, closingRefused)

export const weeklySpanSchema = z
  .object({ days: z.array(weekdaySchema).min(1).max(7), ...span })
  .refine(closesAfterOpening, closingRefused)

/** Without `from` and `to` it holds all year. A season may run over the new year (10-01 to 04-30). */
export const openingSeasonSchema = z
  .object({
    label: z.string().max(20).optional(),
    from: monthDaySchema.optional(),
    to: monthDaySchema.optional(),
    /** Days that no span names are closed. */
    weekly: z.array(weeklySpanSchema).max(42),
  })
  .refine((it) => (it.from === undefined) === (it.to === undefined), {
    error: says('季节的起止日期要么都写，要么都不写。', 'A season has both its dates or neither.'),
    path: ['to'],
  })

/** One dated day that differs. No spans: closed all day. */
export const openingExceptionSchema = z.object({
  date: z.iso.date(),
  spans: z.array(openingSpanSchema).max(6),
  note: z.string().max(100).optional(),
})

/** On a day the first season that covers it holds; a day no season covers is closed. */
export const openingHoursSchema = z.object({
  seasons: z.array(openingSeasonSchema).min(1).max(8),
  exceptions: z.array(openingExceptionSchema).max(366),
})

export type OpeningSpan = z.infer<typeof openingSpanSchema>
export type WeeklySpan = z.infer<typeof weeklySpanSchema>
export type OpeningSeason = z.infer<typeof openingSeasonSchema>
export type OpeningException = z.infer<typeof openingExceptionSchema>
export type OpeningHours = z.infer<typeof openingHoursSchema>
