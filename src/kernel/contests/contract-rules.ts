import { z } from 'zod'
import { anyone, command, holding, instant, paging, query } from '#platform/contract.ts'
import { contestRules, contestState, reason, roundState, templateId, title } from './shapes.ts'

const contestRow = z.object({
  id: z.uuid(),
  title: z.string(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  state: contestState,
  entriesFrom: instant,
  entriesUntil: instant,
  /** Entries that stand. */
  entries: z.number().int(),
  /** Units that they come from. */
  units: z.number().int(),
})

export const ruleOperations = {
  getTemplate: query({
    summary: { zh: '比赛模板', en: 'The rules that a template begins with' },
    who: anyone,
    input: z.object({ template: templateId }),
    output: contestRules,
  }),
  createContest: command({
    summary: { zh: '新建比赛', en: 'Make a contest; it stays a draft until it is opened' },
    who: holding('contests.run'),
    input: z.object({ organisationId: z.uuid(), title, rules: contestRules }),
    output: z.object({ id: z.uuid() }),
  }),
  editContest: command({
    summary: { zh: '修改比赛草案', en: 'Change a contest that is not open yet' },
    who: holding('contests.run'),
    input: z.object({ id: z.uuid(), version: z.number().int(), title, rules: contestRules }),
    output: z.object({ version: z.number().int() }),
  }),
  openContest: command({
    summary: { zh: '发布比赛', en: 'Open a contest; from now on its rules change only by an amendment' },
    who: holding('contests.run'),
    input: z.object({ id: z.uuid(), version: z.number().int() }),
    output: z.object({ version: z.number().int() }),
  }),
  amendContest: command({
    summary: {
      zh: '补充通知：修改已发布的规则',
      en: 'Amend the rules of an open contest, for everybody to see',
    },
    who: holding('contests.run'),
    input: z.object({ id: z.uuid(), version: z.number().int(), rules: contestRules, reason }),
    output: z.object({ version: z.number().int(), no: z.number().int() }),
  }),
  listContests: query({
    summary: { zh: '比赛', en: 'Contests that are or were open' },
    who: anyone,
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(contestRow).max(200), total: z.number().int() }),
  }),
  listStaffContests: query({
    summary: { zh: '本级和下级的比赛', en: 'Contests within reach, drafts too' },
    who: holding('contests.read'),
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(contestRow).max(200), total: z.number().int() }),
  }),
  getContest: query({
    summary: { zh: '一项比赛', en: 'A contest with its rules and amendments; a draft only for its staff' },
    who: anyone,
    input: z.object({ id: z.uuid() }),
    output: contestRow.extend({
      version: z.number().int(),
      rules: contestRules,
      amendments: z
        .array(z.object({ no: z.number().int(), reason: z.string(), at: instant, rules: contestRules }))
        .max(200),
      rounds: z
        .array(
          z.object({
            id: z.uuid(),
            no: z.number().int(),
            name: z.string(),
            state: roundState,
            openedAt: instant,
            closedAt: instant.nullable(),
          }),
        )
        .max(5),
    }),
  }),
}
