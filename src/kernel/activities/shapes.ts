import { z } from 'zod'

/** Where something takes place, as people find it: a building and a room, or a meeting point. */
export const placeWords = z.string().trim().min(2).max(120)

/** What an activity belongs to, such as `contest:0192…`: the part or programme that holds it, and a record there. */
export const subject = z.string().regex(/^[a-z][a-z-]*:[0-9a-f-]{36}$/)

const moment = z.iso.datetime({ offset: true })

/** What an organiser writes. Every moment is ISO 8601 with its offset. */
export const activityDraft = z.object({
  title: z.string().trim().min(2).max(80),
  summary: z.string().trim().max(2000),
  place: placeWords,
  startsAt: moment,
  endsAt: moment,
  signUpFrom: moment,
  signUpUntil: moment,
  /** Seats; null where everybody finds room. */
  capacity: z.number().int().min(1).max(100_000).nullable(),
})
export type ActivityDraft = z.infer<typeof activityDraft>

/**
 * Where a person stands with an activity. `seated` and `waiting` follow from the order of signing up and the number
 * of seats; nobody sets them.
 */
export const standing = z.enum(['seated', 'waiting', 'withdrawn'])
export type Standing = z.infer<typeof standing>

/** How it is known that somebody came: they scanned the code that hangs there, or an organiser ticked them off. */
export const checkInSource = z.enum(['code', 'desk'])
export type CheckInSource = z.infer<typeof checkInSource>

/** Where an activity stands by the clock, or that it was called off. */
export const activityPhase = z.enum(['announced', 'open', 'closed', 'under-way', 'over', 'cancelled'])
export type ActivityPhase = z.infer<typeof activityPhase>
