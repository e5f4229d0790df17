import { z } from 'zod'
import { videoFacts } from '#kernel/files/shapes-video.ts'
import { command, person, query } from '#platform/contract.ts'
import { exact } from './shapes.ts'

const unit = z.object({ id: z.uuid(), name: z.string() })

const words = z.object({ zh: z.string(), en: z.string() })

/** What somebody needs before they hand an entry in. */
export const enteringOperations = {
  whereToEnter: query({
    summary: { zh: '我可以代表哪个单位参赛', en: 'For which units the caller may enter a contest' },
    who: person,
    input: z.object({ contestId: z.uuid() }),
    output: z.object({
      /** Where the caller is a member; a person or a team enters for it. */
      own: unit.nullable(),
      /** Those that the caller may enter as a whole. */
      units: z.array(unit).max(200),
      /** Categories in which the caller has an entry that stands. */
      entered: z.array(z.object({ category: z.string(), entryId: z.uuid() })).max(20),
    }),
  }),
  checkFilm: command({
    summary: {
      zh: '按组别要求检查视频',
      en: 'Read an uploaded film and hold it against the rule of a category; one that is refused is dropped',
    },
    who: person,
    callsPerMinute: 20,
    input: z.object({ contestId: z.uuid(), category: z.string().max(40), fileId: z.uuid() }),
    /** A refusal is an answer and no failure: the refused file goes, so that it does not fill the caller's quota. */
    output: z.object({
      facts: videoFacts.nullable(),
      problems: z
        .array(z.object({ field: z.string(), code: z.string(), reason: words, accepted: words.optional() }))
        .max(10),
    }),
  }),
  getEntryResult: query({
    summary: {
      zh: '我的作品的评审结果',
      en: 'How far an entry came and why, for whoever entered it, once it is known to everybody',
    },
    who: person,
    input: z.object({ id: z.uuid() }),
    output: z.object({
      /** Of the contest: `notice` may still change, `stands` does not. */
      result: z.enum(['none', 'notice', 'stands']),
      rounds: z
        .array(
          z.object({
            roundId: z.uuid(),
            name: z.string(),
            /** Under this number the entry stands in the published record of the round. */
            label: z.number().int(),
            rank: z.number().int(),
            of: z.number().int(),
            mean: exact,
            /** How many went on; null in the final. */
            advancing: z.number().int().nullable(),
            hasAdvanced: z.boolean(),
            awardName: z.string().nullable(),
          }),
        )
        .max(5),
    }),
  }),
}
