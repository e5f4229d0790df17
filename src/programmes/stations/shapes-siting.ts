import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { text } from './shapes.ts'

/** Where to build next, and what could close. Places are GCJ-02 degrees; persons are estimates of a demand set. */
export const pointKind = z.enum(['demand', 'sites'])
export const sitingQuestion = z.enum(['build', 'close'])
export const reachKind = z.enum(['one-km', 'fifteen-minutes'])

const place = { longitude: z.number(), latitude: z.number() }
const persons = z.number().int()

export const pointSet = z.object({
  id: z.uuid(),
  organisationName: z.string(),
  kind: pointKind,
  name: z.string(),
  /** How the numbers were made, in the words of whoever brought them. */
  method: z.string(),
  isInvented: z.boolean(),
  validFrom: z.string(),
  recordedAt: instant,
  points: z.number().int(),
  persons,
  madeBy: z.string(),
})

export const point = z.object({ no: z.number().int(), name: z.string(), ...place, persons })

/** What was wrong with a row of the file, or asks to be looked at. */
export const pointVerdict = z.object({
  row: z.number().int(),
  name: z.string(),
  problems: z
    .array(
      z.object({
        field: z.string(),
        code: z.string(),
        severity: z.enum(['error', 'confirm', 'note']),
        reason: text,
        accepted: text.optional(),
      }),
    )
    .max(20),
})

/** One place of the plan: a candidate site by its number, or a station by its code. */
export const plannedPlace = z.object({
  id: z.string(),
  name: z.string(),
  ...place,
  /** Persons that no other place of the plan and no station reaches; of a closing one, those who lose the only one. */
  alone: persons,
  /** Persons in reach of it at all. */
  near: persons,
  /** Check-ins of the last 90 days, of a station. */
  checkIns90Days: z.number().int().nullable(),
})

export const sitingPlan = z.object({
  demandPersons: persons,
  coveredBefore: persons,
  coveredAfter: persons,
  /** No plan leaves more persons covered; equal to `coveredAfter` where it is proved best. */
  bound: persons,
  /** Between the two, as a share. */
  gap: z.number(),
  seconds: z.number(),
  /** What choosing the best place each time comes to. */
  greedyAfter: persons,
  /** Persons whom no station and no candidate site reaches, whatever is chosen. */
  outOfReach: persons,
  candidates: z.number().int(),
  stations: z.number().int(),
  reachMetres: z.number(),
  chosen: z.array(plannedPlace).max(500),
  districts: z
    .array(z.object({ adcode: z.string(), demand: persons, before: persons, after: persons }))
    .max(200),
})
export type SitingPlan = z.output<typeof sitingPlan>

export const sitingStatus = z.enum([
  'computing',
  'optimal',
  'cut-off',
  'nothing-found',
  'none-in-reach',
  'cancelled',
  'failed',
])

export const sitingRow = z.object({
  id: z.uuid(),
  title: z.string(),
  organisationName: z.string(),
  question: sitingQuestion,
  count: z.number().int(),
  reach: reachKind,
  detourFactor: z.number(),
  demandName: z.string(),
  isInvented: z.boolean(),
  status: sitingStatus,
  /** Both null until there is a plan. */
  coveredBefore: persons.nullable(),
  coveredAfter: persons.nullable(),
  demandPersons: persons.nullable(),
  madeBy: z.string(),
  createdAt: instant,
})
