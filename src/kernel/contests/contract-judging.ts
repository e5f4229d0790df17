import { z } from 'zod'
import { command, holding, instant, paging, person, query } from '#platform/contract.ts'
import { film } from './contract-entries.ts'
import { criterion, points, reason, roundState } from './shapes.ts'

const count = z.number().int()

const judge = z.object({
  id: z.uuid(),
  no: count,
  name: z.string(),
  unitName: z.string(),
  hasLeft: z.boolean(),
})

const task = z.object({
  /** Of the assignment; no id of an entry reaches a judge. */
  id: z.uuid(),
  contestTitle: z.string(),
  roundName: z.string(),
  roundState,
  /** Drawn by lot for this round. */
  label: count,
  categoryName: z.string(),
  /** Null where the contest is anonymous. */
  title: z.string().nullable(),
  progress: z.enum(['to-do', 'draft', 'submitted']),
  /** The last day on which scores are asked for, as the rules say now; a reminder, scores are taken until the close. */
  judgingUntil: z.iso.date().nullable(),
})

const assigned = z.object({
  entries: count,
  judges: count,
  sheets: count,
  /** The most and the fewest entries that one judge has. */
  most: count,
  fewest: count,
  status: z.enum(['optimal', 'cut-off']),
  seconds: z.number(),
})

export const judgingOperations = {
  addJudge: command({
    summary: { zh: '聘请评委', en: 'Put a person on the panel' },
    who: holding('contests.run'),
    input: z.object({
      contestId: z.uuid(),
      person: z.object({ bk: count.min(0).max(63), id: z.uuid() }),
      unitId: z.uuid(),
    }),
    output: z.object({ id: z.uuid(), no: count }),
  }),
  listJudges: query({
    summary: { zh: '评委', en: 'The panel of a contest' },
    who: holding('contests.read'),
    input: z.object({ contestId: z.uuid() }),
    output: z.object({ rows: z.array(judge).max(500) }),
  }),
  declareKin: command({
    summary: { zh: '申报近亲属', en: 'A judge declares kin by name before entries are assigned' },
    who: person,
    input: z.object({ contestId: z.uuid(), names: z.array(z.string().trim().min(1).max(40)).min(1).max(20) }),
    output: z.object({ declared: count }),
    sensitive: ['names'],
  }),
  listMyPanels: query({
    summary: { zh: '我担任评委的比赛', en: 'Panels that the person who asks sits on' },
    who: person,
    input: z.object({}),
    output: z.object({
      rows: z
        .array(
          z.object({
            contestId: z.uuid(),
            contestTitle: z.string(),
            isAnonymous: z.boolean(),
            /** Names that the judge declared as kin. */
            kin: z.array(z.string()).max(500),
            toDo: count,
            submitted: count,
          }),
        )
        .max(200),
    }),
  }),
  openRound: command({
    summary: {
      zh: '开始一轮评审',
      en: 'Open a round: entries are assigned to judges, or the answer says why they cannot be',
    },
    who: holding('contests.run'),
    input: z.object({ contestId: z.uuid(), no: count.min(1).max(5) }),
    output: assigned.extend({ id: z.uuid() }),
  }),
  replaceJudge: command({
    summary: {
      zh: '评委退出，改派其余作品',
      en: 'A judge drops out: what was handed in stands, the rest goes to others',
    },
    who: holding('contests.run'),
    input: z.object({ judgeId: z.uuid(), reason }),
    output: z.object({ standing: count, moved: count }),
  }),
  getRound: query({
    summary: { zh: '一轮评审的进度', en: 'How far a round is; never what was scored' },
    who: holding('contests.read'),
    input: z.object({ id: z.uuid() }),
    output: z.object({
      id: z.uuid(),
      contestId: z.uuid(),
      no: count,
      name: z.string(),
      state: roundState,
      assignment: assigned,
      judges: z.array(judge.extend({ assigned: count, submitted: count })).max(500),
    }),
  }),
  listMyTasks: query({
    summary: { zh: '我的评审任务', en: 'What the person who asks has to judge' },
    who: person,
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(task).max(200), total: count }),
  }),
  getTask: query({
    summary: { zh: '一份评分表', en: 'One entry to judge, with the criteria and one’s own draft' },
    who: person,
    input: z.object({ id: z.uuid() }),
    output: task.extend({
      criteria: z.array(criterion).max(20),
      body: z.string().nullable(),
      film: film.nullable(),
      draft: points.nullable(),
      receipt: z.string().nullable(),
      submittedAt: instant.nullable(),
    }),
  }),
  saveDraft: command({
    summary: { zh: '暂存评分', en: 'Keep a draft that counts for nothing' },
    who: person,
    input: z.object({ id: z.uuid(), points }),
    output: z.object({ savedAt: instant }),
    sensitive: ['points'],
  }),
  submitSheet: command({
    summary: { zh: '提交评分', en: 'Hand in scores for good; the answer is the commitment that fixes them' },
    who: person,
    input: z.object({ id: z.uuid(), points }),
    output: z.object({ receipt: z.string() }),
    sensitive: ['points'],
  }),
  recuse: command({
    summary: { zh: '申请回避', en: 'A judge who knows an entry gives it back; it goes to another' },
    who: person,
    input: z.object({ id: z.uuid(), reason }),
    output: z.object({ moved: z.boolean() }),
    sensitive: ['reason'],
  }),
}
