import { z } from 'zod'
import { anyone, command, fileAnswer, holding, instant, query } from '#platform/contract.ts'
import { film } from './contract-entries.ts'
import { reason } from './shapes.ts'

const count = z.number().int()

/** Somebody's or a unit's place in the result. */
const awarded = z.object({
  entryId: z.uuid(),
  no: count,
  title: z.string(),
  categoryName: z.string(),
  unitName: z.string(),
  /** Names of those who took part. */
  names: z.array(z.string()).max(100),
  rank: count,
  mean: z.string(),
})

const awardList = z.object({
  id: z.string(),
  name: z.string(),
  rows: z.array(awarded).max(10_000),
})

const unitRow = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  entries: count,
  awards: count,
  points: count,
  isAwarded: z.boolean(),
})

/** `none`: not proposed; `proposed`: waits for a second person; `notice`: on public notice; `stands`; `returned`. */
export const resultState = z.enum(['none', 'proposed', 'notice', 'stands', 'returned'])

/** Why there is no result to propose yet. */
export const obstacle = z.enum(['round-to-come', 'round-open', 'tie-undecided'])

/** A list to take home. */
export const exportedList = z.enum(['entries', 'awards', 'organisations', 'recommendation'])

export const publicationOperations = {
  getResult: query({
    summary: {
      zh: '比赛结果（工作人员）',
      en: 'The result as it would be now, or as it was proposed, on notice or stands',
    },
    who: holding('contests.read'),
    input: z.object({ contestId: z.uuid() }),
    output: z.object({
      state: resultState,
      /** The case in `review` in which it is put on notice and decided; null before it is proposed. */
      caseId: z.uuid().nullable(),
      /** The number of the proposal; after an objection that was upheld there is a second one. */
      no: count.nullable(),
      proposedAt: instant.nullable(),
      proposedBy: z.string().nullable(),
      publishedAt: instant.nullable(),
      obstacles: z.array(obstacle).max(3),
      awards: z.array(awardList).max(10),
      organisationPrizeName: z.string().nullable(),
      /** Every unit that took part, by its points. */
      units: z.array(unitRow).max(10_000),
      recommendedTo: z.string().nullable(),
      recommended: z.array(awarded).max(1_000),
    }),
  }),
  proposeResult: command({
    summary: {
      zh: '提出评审结果，送审公示',
      en: 'Fix the result and hand it in; somebody else puts it on public notice and lets it stand',
    },
    who: holding('contests.run'),
    input: z.object({ contestId: z.uuid() }),
    output: z.object({ id: z.uuid(), caseId: z.uuid() }),
  }),
  getPublicResult: query({
    summary: { zh: '比赛结果', en: 'The result for everybody, on notice or standing' },
    who: anyone,
    input: z.object({ contestId: z.uuid() }),
    output: z.object({
      contestId: z.uuid(),
      contestTitle: z.string(),
      organisationName: z.string(),
      state: z.enum(['none', 'notice', 'stands']),
      /** The public notice, to read and to object: `/notices/<id>`. */
      noticeId: z.uuid().nullable(),
      noticeUntil: z.iso.date().nullable(),
      publishedAt: instant.nullable(),
      /** SHA-256 over the lists, one JSON line a row. */
      digest: z.string().nullable(),
      /** The audit log's latest seal as the result came to stand; the log holds the digest too. */
      seal: z.object({ no: count, digest: z.string() }).nullable(),
      awards: z
        .array(
          z.object({
            id: z.string(),
            name: z.string(),
            rows: z
              .array(
                z.object({
                  no: count,
                  title: z.string(),
                  categoryName: z.string(),
                  unitName: z.string(),
                  names: z.array(z.string()).max(100),
                  mean: z.string(),
                  /** The work itself may be looked at: `getPublicWork`. */
                  isShown: z.boolean(),
                  /** Taken back after the result stood (`proposeRevocation`); the place stays empty. */
                  isWithdrawn: z.boolean(),
                }),
              )
              .max(10_000),
          }),
        )
        .max(10),
      organisationPrizeName: z.string().nullable(),
      units: z.array(z.object({ unitName: z.string(), points: count, isWithdrawn: z.boolean() })).max(500),
      entries: count,
      unitsTakingPart: count,
      /** Closed rounds, whose record anybody may count again. */
      rounds: z
        .array(z.object({ id: z.uuid(), no: count, name: z.string(), listDigest: z.string(), sheets: count }))
        .max(5),
    }),
  }),
  getPublicWork: query({
    summary: {
      zh: '获奖作品',
      en: 'An awarded work of a standing result, where everybody in it agreed that it is shown',
    },
    who: anyone,
    input: z.object({ contestId: z.uuid(), no: count.min(1) }),
    output: z.object({
      no: count,
      title: z.string(),
      names: z.array(z.string()).max(100),
      unitName: z.string(),
      awardName: z.string(),
      body: z.string().nullable(),
      film: film.nullable(),
    }),
  }),
  exportList: query({
    summary: {
      zh: '导出名单（作品、获奖、组织奖、推荐）',
      en: 'A list of a contest as a file: entries, awards, units, or those put forward',
    },
    who: holding('contests.export'),
    audited: true,
    input: z.object({
      contestId: z.uuid(),
      list: exportedList,
      /** `docx`: an official document (GB/T 9704); lists of awards, units and those put forward only. */
      format: z.enum(['xlsx', 'csv', 'docx']),
      reason,
    }),
    output: fileAnswer,
  }),
}
