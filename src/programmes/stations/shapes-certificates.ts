import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { documentKind, photoKind, standardContent } from './rules/standard/standard-schema.ts'
import { text } from './shapes.ts'

/** The nouns of certificates, evidence and standards, as they cross the wire. Days are the city's, `2026-11-23`. */

export { documentKind, photoKind, standardContent }

export const certificateState = z.enum(['complete', 'lapsing', 'incomplete', 'suspended', 'withdrawn'])
export const certificateCause = z.enum([
  'evidence',
  'withdrawal',
  'inspection',
  'time',
  'standard',
  'decision',
  'register',
])
export const proposedSanction = z.enum(['suspension', 'withdrawal', 'restoration'])
export const day = z.iso.date()

export const standardName = z.object({
  versionId: z.uuid(),
  standard: z.string(),
  no: z.number().int(),
  title: text,
})

/** One piece of evidence that would meet a need: what it is, whether there is any, from when, and why it fails. */
export const takeVerdict = z.object({
  kind: z.enum(['photo', 'document', 'answer', 'keeper', 'place', 'facilities']),
  /** The photo's or document's kind, for whoever can bring it. */
  of: z.string().nullable(),
  words: text,
  holds: z.boolean(),
  day: day.nullable(),
  until: day.nullable(),
  why: text.nullable(),
  evidenceId: z.uuid().nullable(),
})

export const criterionVerdict = z.object({
  id: z.string(),
  title: text,
  words: text,
  holds: z.boolean(),
  until: day.nullable(),
  needs: z.array(z.object({ holds: z.boolean(), until: day.nullable(), takes: z.array(takeVerdict).max(6) })),
})

export const certificateTurn = z.object({
  state: certificateState,
  validFrom: day,
  cause: certificateCause,
  /** The criteria that failed then, by their titles in the standard of that day. */
  failing: z.array(text),
})

export const inspectionBrief = z.object({
  id: z.uuid(),
  endedAt: instant,
  kind: z.enum(['unannounced', 'repeat']),
  isPassed: z.boolean(),
  failing: z.array(text),
})

/** A certificate with its reasons: anybody may read it. */
export const certificateFace = z.object({
  code: z.string(),
  name: z.string(),
  asOf: day,
  state: certificateState,
  since: day,
  lapsesOn: day.nullable(),
  standard: standardName.extend({ fromDay: day }),
  /** A version that is decided and not yet in force. */
  coming: standardName.extend({ fromDay: day }).nullable(),
  criteria: z.array(criterionVerdict).max(20),
  history: z.array(certificateTurn).max(100),
  inspections: z.array(inspectionBrief).max(10),
})

export const evidenceRow = z.object({
  id: z.uuid(),
  kind: z.enum(['photo', 'document', 'answer', 'keeper']),
  what: z.string(),
  words: text,
  isFavourable: z.boolean(),
  at: instant,
  by: z.string(),
  byKind: z.enum(['keeper', 'officer', 'inspector']),
  proof: z.enum(['code-and-position', 'code', 'position', 'none']).nullable(),
  distanceMetres: z.number().int().nullable(),
  /** What the camera noted, where it noted anything: it corroborates, and proves nothing. */
  cameraAt: instant.nullable(),
  url: z.string().nullable(),
  thumbnailUrl: z.string().nullable(),
  hasFile: z.boolean(),
  withdrawn: z.object({ at: instant, reason: z.string(), by: z.string() }).nullable(),
})

export const sanctionRow = z.object({
  kind: z.enum(['warning', ...proposedSanction.options, 'warning-lifted']),
  fromDay: day,
  reason: z.string(),
  caseId: z.uuid(),
})

/** A station as the list of certificates shows it. */
export const certificateRow = z.object({
  code: z.string(),
  name: z.string(),
  adcode: z.string(),
  organisationName: z.string(),
  state: certificateState,
  since: day,
  lapsesOn: day.nullable(),
  failing: z.array(z.object({ id: z.string(), title: text })),
})

/** Something that a keeper is to renew, and until when. */
export const duty = z.object({
  criterion: z.string(),
  title: text,
  holds: z.boolean(),
  until: day.nullable(),
  /** The ways to renew it that are the keeper's; none where only an inspection helps. */
  ways: z.array(
    z.object({
      kind: z.enum(['photo', 'document', 'keeper', 'facilities']),
      of: z.string().nullable(),
      words: text,
      why: text.nullable(),
    }),
  ),
})

/** Two photos of two stations that look alike. */
export const likenessSide = z.object({
  code: z.string(),
  name: z.string(),
  url: z.string(),
  takenAt: instant,
  by: z.string(),
  what: z.string(),
})
export const likenessRow = z.object({
  id: z.uuid(),
  distanceBits: z.number().int(),
  foundAt: instant,
  later: likenessSide,
  earlier: likenessSide,
  verdict: z.object({ isSame: z.boolean(), reason: z.string(), by: z.string(), at: instant }).nullable(),
})
