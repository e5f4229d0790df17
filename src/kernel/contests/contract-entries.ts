import { z } from 'zod'
import { command, holding, instant, paging, person, query } from '#platform/contract.ts'
import { entrantKind, entryState, participant, title } from './shapes.ts'

const entryRow = z.object({
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
})

export const entryOperations = {
  enterContest: command({
    summary: { zh: '参赛', en: 'Enter a contest, in time by the database’s clock' },
    who: person,
    input: z.object({
      contestId: z.uuid(),
      category: z.string().max(40),
      kind: entrantKind,
      title,
      unitId: z.uuid(),
      /** Everybody who is seen or heard, the entrant too. */
      participants: z.array(participant).min(1).max(100),
      body: z.string().max(50_000),
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
    output: z.object({ rows: z.array(entryRow).max(200), total: z.number().int() }),
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
