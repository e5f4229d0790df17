import { z } from 'zod'
import { command, holding, instant, paging, person, query } from '#platform/contract.ts'
import { entrantKind, entryState, entryTitle, participant } from './shapes.ts'

/** A film as the caller's player gets it. Addresses are sealed and hold for some hours. */
export const film = z.object({
  videoAddress: z.string(),
  /** Null until one is made; the browser of whoever entered may have made it. */
  posterAddress: z.string().nullable(),
  seconds: z.number(),
  width: z.number().int(),
  height: z.number().int(),
  /** `small-copy`: made for a phone's line. `original`: nothing smaller is there (yet), `waiting`: one is being made. */
  plays: z.enum(['small-copy', 'original', 'waiting']),
  /** False where the original plays and is HEVC or the like. */
  playsEverywhere: z.boolean(),
})

export const entryRow = z.object({
  id: z.uuid(),
  contestId: z.uuid(),
  contestTitle: z.string(),
  no: z.number().int(),
  category: z.string(),
  kind: entrantKind,
  title: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  state: entryState,
  enteredAt: instant,
  /** Why it was taken out of the contest; null where it was not. */
  disqualifiedReason: z.string().nullable(),
})

export const entryOperations = {
  enterContest: command({
    summary: { zh: '参赛', en: 'Enter a contest, in time by the database’s clock' },
    who: person,
    input: z.object({
      contestId: z.uuid(),
      category: z.string().max(40),
      kind: entrantKind,
      title: entryTitle,
      unitId: z.uuid(),
      /** Everybody who is seen or heard, the entrant too. */
      participants: z.array(participant).min(1).max(100),
      /** For a category of texts. */
      body: z.string().max(50_000).default(''),
      /** For a category of films: an upload for `contest-video`. */
      fileId: z.uuid().nullable().default(null),
      /** A frame that the browser took: an upload for `contest-poster`. */
      posterFileId: z.uuid().nullable().default(null),
    }),
    output: z.object({ id: z.uuid(), no: z.number().int(), enteredAt: instant }),
    sensitive: ['participants', 'body', 'title'],
  }),
  withdrawEntry: command({
    summary: { zh: '撤回参赛', en: 'Withdraw an entry before entries end' },
    who: person,
    input: z.object({ id: z.uuid() }),
    output: z.object({ state: entryState }),
  }),
  listMyEntries: query({
    summary: { zh: '我的参赛作品', en: 'Entries of the person who asks' },
    who: person,
    input: z.object({ ...paging }),
    output: z.object({
      rows: z
        .array(
          entryRow.extend({
            /** Once the result stands. */
            awardName: z.string().nullable(),
            certificateCode: z.string().nullable(),
          }),
        )
        .max(200),
      total: z.number().int(),
    }),
  }),
  getEntry: query({
    summary: {
      zh: '一件参赛作品',
      en: 'An entry with its work, for whoever entered it and the staff of the contest',
    },
    who: person,
    input: z.object({ id: z.uuid() }),
    output: entryRow.extend({
      body: z.string().nullable(),
      film: film.nullable(),
      participants: z
        .array(
          z.object({
            name: z.string(),
            isMinor: z.boolean(),
            guardianName: z.string(),
            consentedAt: instant,
          }),
        )
        .max(100),
      /** Entries still end later: whoever entered may take it back. */
      mayWithdraw: z.boolean(),
      /** Whether everybody in it agreed that an awarded work is shown to the public. */
      agreesToPublication: z.boolean(),
    }),
  }),
  setPublication: command({
    summary: {
      zh: '同意或撤回：获奖作品公开展示',
      en: 'Agree, for everybody in an entry, that an awarded work is shown to the public; or take that back, at any time',
    },
    who: person,
    input: z.object({ id: z.uuid(), agrees: z.boolean() }),
    output: z.object({ agreesToPublication: z.boolean() }),
  }),
  listEntries: query({
    summary: { zh: '参赛作品', en: 'Entries of a contest, for its staff' },
    who: holding('contests.read'),
    input: z.object({ contestId: z.uuid(), category: z.string().max(40).optional(), ...paging }),
    output: z.object({
      rows: z.array(entryRow.extend({ participants: z.array(z.string()).max(100) })).max(200),
      total: z.number().int(),
    }),
  }),
}
