import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { day, photoKind, standardName } from './shapes-certificates.ts'
import { text } from './shapes.ts'

/** The nouns of inspections, as they cross the wire. */

export const answer = z.enum(['yes', 'no'])

const checklistPart = z.object({
  criterion: z.string(),
  title: text,
  words: text,
  questions: z.array(z.object({ id: z.string(), words: text, expects: answer })),
  photos: z.array(photoKind),
})

/** A visit on a route, with all that the phone needs where there is no network. */
const roundStop = z.object({
  inspectionId: z.uuid(),
  code: z.string(),
  name: z.string(),
  address: z.string(),
  adcode: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  kind: z.enum(['unannounced', 'repeat']),
  /** Why it is on the route: what was found the last time, or what lapses. */
  why: text.nullable(),
  state: z.enum(['planned', 'begun', 'done', 'called-off']),
  begunBy: z.string().nullable(),
  isPassed: z.boolean().nullable(),
  standard: standardName,
  checklist: z.array(checklistPart),
  /** The server's challenge for photos taken here on this day, by the inspector alone; absent for whoever only reads. */
  challenge: z.string().optional(),
})

export const roundShape = z.object({
  id: z.uuid(),
  day,
  inspector: z.string(),
  organisationName: z.string(),
  revision: z.number().int(),
  metres: z.number().int(),
  isMine: z.boolean(),
  mayChange: z.boolean(),
  stops: z.array(roundStop).max(40),
})

export const roundRow = z.object({
  id: z.uuid(),
  day,
  inspector: z.string(),
  organisationName: z.string(),
  stops: z.number().int(),
  done: z.number().int(),
  isMine: z.boolean(),
})

export const candidate = z.object({
  code: z.string(),
  name: z.string(),
  adcode: z.string(),
  address: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  why: text,
  /** A repeat visit that is due; it goes onto the route as such. */
  repeats: z.uuid().nullable(),
  lastInspectedOn: day.nullable(),
})

export const inspectionRow = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  adcode: z.string(),
  kind: z.enum(['unannounced', 'repeat']),
  endedAt: instant,
  by: z.string(),
  isPassed: z.boolean(),
  failing: z.array(text),
  caseId: z.uuid().nullable(),
  repeatDueOn: day.nullable(),
})
