import { z } from 'zod'
import { videoFacts } from '#kernel/files/shapes-video.ts'
import { command, holding, instant, query } from '#platform/contract.ts'
import { entryRow, film } from './contract-entries.ts'
import { exact, points, reason, roundState } from './shapes.ts'

const count = z.number().int()

/** Why a decision on an entry cannot be made any more: the result is handed in, or a round began or closed without it. */
export const entryObstacle = z.enum(['result-proposed', 'round-ran-without'])

const conflictRow = z.object({
  judgeId: z.uuid(),
  judgeNo: count,
  judgeName: z.string(),
  entryId: z.uuid(),
  entryNo: count,
  title: z.string(),
  unitName: z.string(),
  /** `same-house`: two units below one company. `own-entry`: the register says that it is one person. */
  kind: z.enum(['same-unit', 'same-house', 'own-entry', 'kin']),
  /** The unit above both, or the kin's name; empty where the kind says all. */
  through: z.string(),
})

/** What whoever runs a contest looks into and decides before and beside the rounds. */
export const deskOperations = {
  getEntryAtDesk: query({
    summary: {
      zh: '一件作品的全部情况（工作人员）',
      en: 'An entry whole: work, consents, what it was checked for, rounds, decisions; scores once their round is closed',
    },
    who: holding('contests.read'),
    input: z.object({ id: z.uuid() }),
    output: entryRow.extend({
      body: z.string().nullable(),
      film: film.nullable(),
      /** As read from the file when it was handed in; null for a text. */
      filmFacts: videoFacts.nullable(),
      /** Of a text; null for a film. */
      characters: count.nullable(),
      entrantName: z.string(),
      participants: z
        .array(
          z.object({
            name: z.string(),
            isMinor: z.boolean(),
            guardianName: z.string(),
            consentedAt: instant,
            agreesToPublication: z.boolean(),
          }),
        )
        .max(100),
      rounds: z
        .array(
          z.object({
            roundId: z.uuid(),
            name: z.string(),
            state: roundState,
            label: count,
            /** Sheets handed in and sheets asked for. Whose they are is told once the round is closed. */
            submitted: count,
            assigned: count,
            place: z.object({ rank: count, of: count, mean: exact, given: z.string().nullable() }).nullable(),
            sheets: z
              .array(
                z.object({
                  judgeNo: count,
                  judgeName: z.string(),
                  points,
                  receipt: z.string(),
                }),
              )
              .max(50),
          }),
        )
        .max(5),
      /** The earliest first; the first takes it out, the second takes it back, and so on. */
      decisions: z
        .array(z.object({ isOut: z.boolean(), reason: z.string(), by: z.string(), at: instant }))
        .max(50),
      /** What stands against the next decision; null where it may be made. */
      obstacle: entryObstacle.nullable(),
      certificate: z.object({ code: z.string(), no: z.string(), awardName: z.string() }).nullable(),
    }),
  }),
  disqualifyEntry: command({
    summary: {
      zh: '取消参赛资格',
      en: 'Take an entry out of a contest, with the reason; those behind it move up',
    },
    who: holding('contests.decide'),
    input: z.object({ id: z.uuid(), reason }),
    output: z.object({ disqualifiedAt: instant }),
  }),
  reinstateEntry: command({
    summary: {
      zh: '恢复参赛资格',
      en: 'Take an entry back in, with the reason, as long as no round ran without it',
    },
    who: holding('contests.decide'),
    input: z.object({ id: z.uuid(), reason }),
    output: z.object({
      reinstatedAt: instant,
      /** Sheets that are asked for again. */
      sheets: count,
    }),
  }),
  previewRound: query({
    summary: {
      zh: '预演一轮的分派：利害关系和评委够不够',
      en: 'What opening a round would give: each conflict and why, loads, and entries for which judges are too few; nothing changes',
    },
    who: holding('contests.read'),
    callsPerMinute: 10,
    input: z.object({ contestId: z.uuid(), no: count.min(1).max(5) }),
    output: z.object({
      name: z.string(),
      judgesPerEntry: count,
      /** Which entries it will be is not known yet. */
      waitsFor: z.enum(['round-before', 'tie']).nullable(),
      /** Entries still come in: this is how it would be now. */
      isPreliminary: z.boolean(),
      entries: count,
      /** Null where some entry would have too few judges, or there is none. */
      loads: z.object({ fewest: count, most: count }).nullable(),
      judges: z
        .array(
          z.object({ id: z.uuid(), no: count, name: z.string(), unitName: z.string(), conflicts: count }),
        )
        .max(500),
      short: z
        .array(
          z.object({ entryId: z.uuid(), no: count, title: z.string(), unitName: z.string(), free: count }),
        )
        .max(200),
      shortTotal: count,
      conflicts: z.array(conflictRow).max(1_000),
      conflictsTotal: count,
    }),
  }),
}
