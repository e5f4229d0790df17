import { z } from 'zod'
import { anyone, command, holding, query } from '#platform/contract.ts'
import { exact, reason, roundRecord } from './shapes.ts'

const count = z.number().int()

export const resultOperations = {
  closeRound: command({
    summary: {
      zh: '截止评分，公布封存清单并开封',
      en: 'Close a round: the commitments are published, then the scores open',
    },
    who: holding('contests.decide'),
    input: z.object({ id: z.uuid() }),
    output: z.object({ sheets: count, listDigest: z.string(), undecidedTies: count }),
  }),
  decideTie: command({
    summary: {
      zh: '裁定名额边上的并列',
      en: 'Order entries that tie across the edge of a quota, where no rule does',
    },
    who: holding('contests.decide'),
    input: z.object({
      roundId: z.uuid(),
      /** All of the tie, from the better down. */
      entryIds: z.array(z.uuid()).min(2).max(200),
      reason,
    }),
    output: z.object({ undecidedTies: count }),
  }),
  getRoundResult: query({
    summary: { zh: '一轮评审的结果', en: 'Ranking of a closed round, with ties that wait for a person' },
    who: holding('contests.read'),
    input: z.object({ id: z.uuid() }),
    output: z.object({
      rows: z
        .array(
          z.object({
            entryId: z.uuid(),
            no: count,
            label: count,
            title: z.string(),
            unitName: z.string(),
            rank: count,
            mean: exact,
            /** Of the award, or `advancing`; null where there is none or a tie waits. */
            given: z.string().nullable(),
            /** Taken out of the contest; those behind it moved up. */
            isDisqualified: z.boolean(),
          }),
        )
        .max(20_000),
      undecided: z.array(z.object({ quota: z.string(), entryIds: z.array(z.uuid()).max(20_000) })).max(20),
    }),
  }),
  getRoundRecord: query({
    summary: { zh: '一轮评审的公开记录', en: 'All that is needed to count a closed round again' },
    who: anyone,
    input: z.object({ id: z.uuid() }),
    output: roundRecord,
  }),
  verify: query({
    summary: { zh: '核验一轮评审', en: 'Count a closed round again from its published record alone' },
    who: anyone,
    callsPerMinute: 10,
    input: z.object({ round: z.uuid() }),
    output: z.object({
      agrees: z.boolean(),
      sheets: count,
      listDigest: z.string(),
      faults: z.array(z.object({ kind: z.string(), where: z.string() })).max(1_000),
    }),
  }),
  getJudges: query({
    summary: {
      zh: '评委宽严与一致',
      en: 'Of a closed round: how severe each judge was and how far they agree with the others',
    },
    who: holding('contests.read'),
    input: z.object({ id: z.uuid() }),
    output: z.object({
      judges: z
        .array(
          z.object({
            no: count,
            name: z.string(),
            sheets: count,
            /** Hundredths above (lenient) or below (severe) the other judges of the same entries, on average. */
            leaning: count,
            /** Places of the quota list that change where this judge is left out. */
            changesWithout: count,
          }),
        )
        .max(500),
    }),
  }),
}
