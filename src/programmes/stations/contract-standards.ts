import { z } from 'zod'
import { anyone, command, holding, instant, paging, query } from '#platform/contract.ts'
import { text } from './shapes.ts'
import { certificateState, day, standardContent, standardName } from './shapes-certificates.ts'

const family = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
const reason = z.string().trim().min(4).max(400)

const held = standardName.extend({ fromDay: day })

export const standardDraft = z.object({
  id: z.uuid(),
  standard: family,
  revision: z.number().int(),
  content: standardContent,
  organisationId: z.uuid(),
  organisationName: z.string(),
  madeBy: z.string(),
  updatedAt: instant,
  /** Where it contradicts itself; it cannot be proposed until there is none. */
  faults: z.array(z.object({ field: z.string(), reason: text })),
})

/** A station whose certificate would be another one. */
const moved = z.object({
  code: z.string(),
  name: z.string(),
  adcode: z.string(),
  from: certificateState,
  to: certificateState,
  /** What it would fail and does not fail now. */
  newlyFailing: z.array(text),
})

export const standardOperations = {
  getStandard: query({
    summary: {
      zh: '驿站标准',
      en: 'A standard to be read by anybody; the one in force unless a version is named',
    },
    who: anyone,
    cacheSeconds: 60,
    input: z.object({ versionId: z.uuid().optional() }),
    output: z.object({
      ...standardName.shape,
      content: standardContent,
      /** Null for a version that does not hold today. */
      inForceSince: day.nullable(),
      coming: held.nullable(),
      /** How many stations stand where today, where this version is in force. */
      stations: z.array(z.object({ state: certificateState, count: z.number().int() })).max(5),
    }),
  }),
  listStandards: query({
    summary: { zh: '标准、草案和施行经过', en: 'Standards, drafts, and what held from when' },
    who: holding('stations.read'),
    input: z.object({ ...paging }),
    output: z.object({
      rows: z.array(standardName.extend({ madeBy: z.string(), madeAt: instant })),
      total: z.number().int(),
      drafts: z.array(standardDraft).max(50),
      inForce: z.array(held).max(200),
      proposals: z
        .array(standardName.extend({ fromDay: day, caseId: z.uuid(), isOpen: z.boolean() }))
        .max(50),
      mayDraft: z.boolean(),
    }),
  }),
  saveStandardDraft: command({
    summary: {
      zh: '保存标准草案',
      en: 'Save a draft; contradictions are answered, and kept from being proposed',
    },
    who: holding('stations.standards'),
    input: z.object({
      /** Left out for a new draft. */
      id: z.uuid().optional(),
      revision: z.number().int().optional(),
      organisationId: z.uuid().optional(),
      standard: family,
      content: standardContent,
    }),
    output: z.object({
      id: z.uuid(),
      revision: z.number().int(),
      faults: z.array(z.object({ field: z.string(), reason: text })),
    }),
  }),
  discardStandardDraft: command({
    summary: { zh: '放弃标准草案', en: 'Throw a draft away' },
    who: holding('stations.standards'),
    input: z.object({ id: z.uuid() }),
    output: z.object({ discarded: z.boolean() }),
  }),
  previewStandard: query({
    summary: {
      zh: '施行后哪些驿站会掉下来、哪些会补上',
      en: 'Which stations would fall and which would be gained, were it in force on a day',
    },
    who: holding('stations.read'),
    input: z.object({
      draftId: z.uuid().optional(),
      versionId: z.uuid().optional(),
      onDay: day.optional(),
      move: z.enum(['fall', 'gain', 'all']).default('fall'),
      ...paging,
    }),
    output: z.object({
      onDay: day,
      /** Every pair of states, with how many stations go that way. */
      matrix: z
        .array(z.object({ from: certificateState, to: certificateState, count: z.number().int() }))
        .max(25),
      falls: z.number().int(),
      gains: z.number().int(),
      /** Of those that fall: how many by which criterion. */
      byCriterion: z.array(z.object({ title: text, count: z.number().int() })).max(40),
      rows: z.array(moved),
      total: z.number().int(),
    }),
  }),
  proposeStandard: command({
    summary: {
      zh: '提请施行标准',
      en: 'Propose that a draft be put in force from a day; somebody else decides',
    },
    who: holding('stations.standards'),
    input: z.object({ draftId: z.uuid(), revision: z.number().int(), fromDay: day, reason }),
    output: z.object({ versionId: z.uuid(), caseId: z.uuid() }),
  }),
}
