import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import { facilities } from './rules/facilities.ts'
import { openingHoursSchema } from './rules/opening-hours-schema.ts'

/** The nouns of the programme, as they cross the wire. Coordinates are GCJ-02 degrees unless a datum is named. */
export const text = z.object({ zh: z.string(), en: z.string() })

export const stationCode = z.string().trim().min(4).max(24)
export const facilityId = z.enum(facilities.map((facility) => facility.id) as [string, ...string[]])
export const stationLevel = z.enum(['national-best', 'provincial', 'municipal', 'county', 'ordinary'])
export const stationState = z.enum(['operating', 'suspended', 'closed'])
export const datum = z.enum(['WGS-84', 'GCJ-02'])

const degrees = { longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) }
export const position = z.object({
  ...degrees,
  datum: datum.default('WGS-84'),
  accuracyMetres: z.number().min(0).max(100_000).optional(),
})

/** How sure we are that the door is open now, and what says so. */
export const openNow = z.object({
  state: z.enum(['open', 'probably-locked', 'closed', 'unknown']),
  declaredOpen: z.boolean(),
  /** When the declared hours next change; null where they never do. */
  changesAt: instant.nullable(),
  probability: z.number().min(0).max(1),
  confidence: z.enum(['declared-only', 'some', 'good']),
  wording: text,
})

/**
 * One line of a list: the answer first. Flat and without prose, because this is asked thousands of times a second and
 * each line is checked on its way out; a station's own page says the same in words.
 */
export const nearbyStation = z.object({
  code: z.string(),
  name: z.string(),
  adcode: z.string(),
  address: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  /** Great-circle metres from the asker. */
  distanceMetres: z.number().int(),
  facilities: z.array(facilityId),
  level: stationLevel,
  /** The five of `openNow` that a list shows; see there. */
  open: openNow.shape.state,
  declaredOpen: z.boolean(),
  changesAt: z.iso.datetime().nullable(),
  probability: z.number(),
  confidence: openNow.shape.confidence,
})

/** A station as the map and the offline copy hold it; open or not is computed from `hours` where it is shown. */
export const mapStation = z.object({
  code: z.string(),
  name: z.string(),
  adcode: z.string(),
  address: z.string(),
  ...degrees,
  facilities: z.array(facilityId),
  level: stationLevel,
  hours: openingHoursSchema,
  /** Null where nothing was learned beyond the declared hours. */
  openProbability: z.number().min(0).max(1).nullable(),
})

export const presenceProof = z.enum(['code-and-position', 'code', 'position', 'none'])
export const reportKind = z.enum(['locked', 'broken', 'no-water', 'dirty', 'other'])
export const reportState = z.enum(['open', 'answered', 'reopened', 'settled'])
export const answerKind = z.enum(['was-open', 'opened', 'fixed', 'will-fix', 'not-so'])

export const reportRow = z.object({
  id: z.uuid(),
  stationCode: z.string(),
  stationName: z.string(),
  kind: reportKind,
  facility: facilityId.nullable(),
  words: z.string(),
  /** When it was made. */
  at: instant,
  /** When it arrived, where it waited for a network; null where it came at once. */
  arrivedAt: instant.nullable(),
  proof: presenceProof,
  /** 0 to 1: how much this report counts, by its proof of presence. */
  weight: z.number(),
  state: reportState,
  /** Answer expected by; a day after the report. */
  dueAt: instant,
  answeredAt: instant.nullable(),
  late: z.boolean(),
  events: z.array(
    z.object({
      at: instant,
      kind: z.enum(['reported', 'answered', 'reopened', 'settled']),
      answer: answerKind.nullable(),
      words: z.string(),
      by: z.string(),
    }),
  ),
})

export const checkInRow = z.object({
  id: z.uuid(),
  stationCode: z.string(),
  stationName: z.string(),
  at: instant,
  proof: presenceProof,
})

export const photo = z.object({
  id: z.uuid(),
  url: z.string(),
  thumbnailUrl: z.string(),
  kind: z.string(),
  takenAt: instant.nullable(),
  addedAt: instant,
})

/** What an officer writes about a station. Coordinates as received, with their datum: converted once, here. */
export const stationDraft = z.object({
  name: z
    .string()
    .trim()
    .min(2, says('名称至少两个字', 'at least 2 characters'))
    .max(60, says('名称最多60个字', 'at most 60 characters')),
  adcode: z.string().regex(/^\d{6}$/, says('请选择县区', 'choose a district')),
  address: z.string().trim().min(2, says('请填写地址', 'give the address')).max(120),
  // Wider than the earth on purpose: a swapped pair must arrive, so that it is answered by its name and its fix.
  location: z.object({
    longitude: z.number().min(-180).max(180),
    latitude: z.number().min(-180).max(180),
    datum,
  }),
  hours: openingHoursSchema,
  facilities: z.array(facilityId).max(40),
  otherFacilities: z.array(z.string().trim().min(1).max(30)).max(20).default([]),
  hostUnit: z.string().trim().max(80).default(''),
  phone: z.string().trim().max(20).default(''),
  level: stationLevel.default('ordinary'),
  openedOn: z.iso.date().nullable().default(null),
})
export type StationDraft = z.output<typeof stationDraft>

/** A device that is not signed in names itself by a random key, so that it finds its own reports again. */
export const visitorKey = z.uuid().optional()
/** Given by `scanPlate`; good for ten minutes. */
export const presence = z.string().max(600).optional()
/** Why an officer does what others will read of. */
export const reason = z.string().trim().min(4).max(400)
