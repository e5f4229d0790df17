import { z } from 'zod'
import { command, holding, operator, paging, query } from '#platform/contract.ts'
import { budget, budgetDetail, reason } from './shapes.ts'

/** Money for rides, and the books that say where it went. */
export const budgetOperations = {
  listBudgets: query({
    summary: { zh: '乘车预算', en: 'Budgets for rides' },
    who: holding('green-travel.read'),
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(budget), total: z.number().int() }),
  }),
  getBudget: query({
    summary: { zh: '一个预算和它的去向', en: 'A budget and where it goes' },
    who: holding('green-travel.read'),
    input: z.object({ id: z.number().int() }),
    output: budgetDetail,
  }),
  openBudget: command({
    summary: { zh: '设立乘车预算', en: 'Open a budget for rides' },
    who: holding('green-travel.budget'),
    input: z.object({
      organisationId: z.uuid(),
      name: z.string().trim().min(2).max(60),
      fromMonth: z.string().regex(/^20[2-5]\d-(0[1-9]|1[0-2])$/),
      toMonth: z.string().regex(/^20[2-5]\d-(0[1-9]|1[0-2])$/),
      /** How many rows share the budget where many ask at once: 1 on one machine (docs/scale). */
      slices: z.number().int().min(1).max(64).default(1),
    }),
    output: z.object({ id: z.number().int() }),
  }),
  appropriate: command({
    summary: { zh: '追加或收回预算', en: 'Grant money, or take back what is free' },
    who: holding('green-travel.budget'),
    input: z.object({
      budget: z.number().int(),
      /** Below zero takes back. */
      amountFen: z
        .number()
        .int()
        .min(-1_000_000_000_000)
        .max(1_000_000_000_000)
        .refine((fen) => fen !== 0),
      document: z.string().trim().min(2).max(80),
      reason,
    }),
    output: z.object({ id: z.uuid() }),
  }),
  pauseBudget: command({
    summary: { zh: '暂停或恢复发放', en: 'Pause or resume the issuing of vouchers' },
    who: holding('green-travel.run'),
    input: z.object({ budget: z.number().int(), paused: z.boolean(), reason }),
    output: z.object({ paused: z.boolean() }),
  }),
  verifyJournal: query({
    summary: { zh: '重算乘车账', en: 'Replay rides against ledger and budget' },
    who: holding('green-travel.read'),
    input: z.object({}),
    output: z.object({
      ok: z.boolean(),
      rides: z.number().int(),
      unionFen: z.number().int(),
      differences: z.array(
        z.object({ what: z.string(), where: z.string(), journal: z.number(), books: z.number() }),
      ),
    }),
  }),
  closeDays: command({
    summary: { zh: '把已结束的日子记入账本', en: 'Carry days that are over to the ledger' },
    who: operator,
    input: z.object({}),
    output: z.object({ posted: z.number().int() }),
  }),
  purgeMonth: command({
    summary: {
      zh: '保存期满，删去一个月的逐次记录',
      en: 'Take away the single rides of a month whose time is over',
    },
    who: operator,
    input: z.object({ month: z.string().regex(/^20[2-5]\d-(0[1-9]|1[0-2])$/) }),
    output: z.object({ daysKept: z.number().int() }),
  }),
}
