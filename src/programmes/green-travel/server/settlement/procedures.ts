import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import {
  defineProcedure,
  subjectIdOf,
  twoPersonProcedure,
  type ReviewedProcedure,
} from '#kernel/review/index.ts'
import { conflict } from '#platform/failures.ts'
import { flagProcedure } from '../flags/flag-procedure.ts'

/** The union says what it holds of a difference, the company answers, and somebody else of the union decides. */
export const differenceProcedure = defineProcedure({
  id: 'green-travel.difference',
  title: { zh: '乘车对账差异', en: 'A difference in the month’s rides' },
  initial: 'noted',
  states: {
    noted: {
      title: { zh: '待认定', en: 'To be looked at' },
      waitsFor: 'green-travel.settle',
      deadline: { workingDays: 5 },
    },
    disputed: {
      title: { zh: '待公交公司答复', en: 'The company is to answer' },
      waitsFor: 'green-travel.answer',
      deadline: { workingDays: 5 },
    },
    answered: {
      title: { zh: '公司已答复，待认定', en: 'Answered, to be decided' },
      waitsFor: 'green-travel.settle',
      deadline: { workingDays: 5 },
    },
    'by-records': { title: { zh: '按记录结算', en: 'Settled by the records' }, terminal: 'refused' },
    'by-claim': {
      title: { zh: '按对方所述结算', en: 'Settled as the other side says' },
      terminal: 'granted',
    },
    gone: { title: { zh: '差异已消除', en: 'No longer found' }, terminal: 'closed' },
  },
  moves: [
    {
      id: 'dispute',
      from: ['noted'],
      to: 'disputed',
      title: { zh: '提出异议，请公司答复', en: 'Dispute it and ask the company' },
      who: { permission: 'green-travel.settle' },
      needsReason: true,
    },
    {
      id: 'answer',
      from: ['disputed'],
      to: 'answered',
      title: { zh: '答复', en: 'Answer' },
      who: { permission: 'green-travel.answer' },
      needsReason: true,
    },
    {
      id: 'keep-records',
      from: ['noted', 'answered'],
      to: 'by-records',
      title: { zh: '按记录结算', en: 'Settle by the records' },
      who: { permission: 'green-travel.settle' },
      needsReason: true,
      notBy: ['proposer', 'any-earlier-actor'],
    },
    {
      id: 'accept-claim',
      from: ['noted', 'answered'],
      to: 'by-claim',
      title: { zh: '认可对方所述', en: 'Accept what the other side says' },
      who: { permission: 'green-travel.settle' },
      needsReason: true,
      notBy: ['proposer', 'any-earlier-actor'],
    },
    {
      id: 'clear',
      from: ['noted', 'disputed', 'answered'],
      to: 'gone',
      title: { zh: '差异消除', en: 'Clear' },
      who: 'system',
    },
  ],
  readableBy: ['green-travel.see-files'],
})

export const statementProcedure = twoPersonProcedure({
  id: 'green-travel.statement',
  title: { zh: '乘车月结算单', en: 'A month’s statement of rides' },
  decidedBy: 'green-travel.settle',
  waiting: { state: 'proposed', title: { zh: '待复核', en: 'To be checked' }, deadline: { workingDays: 5 } },
  agree: {
    move: 'settle',
    title: { zh: '复核无误，结算', en: 'Checked; settle' },
    to: 'settled',
    toTitle: { zh: '已结算', en: 'Settled' },
  },
  refuse: {
    move: 'send-back',
    title: { zh: '退回重做', en: 'Send back' },
    to: 'returned',
    toTitle: { zh: '退回', en: 'Sent back' },
  },
  readableBy: ['green-travel.see-files'],
})

const isOutcome = (state: string) => ['by-records', 'by-claim', 'gone'].includes(state)

export const settlementProcedures: readonly ReviewedProcedure[] = [
  { procedure: flagProcedure },
  {
    procedure: differenceProcedure,
    onState: async (ctx, one, state) => {
      if (!isOutcome(state)) return
      await sql`insert into green_travel.difference_end (difference, outcome, made_by, recorded_at)
        values (${subjectIdOf(one)}, ${state}, ${madeBy(ctx)}, ${ctx.now})`.execute(ctx.db)
    },
  },
  {
    procedure: statementProcedure,
    onState: async (ctx, one, state) => {
      if (state !== 'settled') return
      const { rows } = await sql`
        insert into green_travel.statement_approval (company, month, statement, approved_by, recorded_at)
        select company, month, id, ${madeBy(ctx)}, ${ctx.now} from green_travel.statement where id = ${subjectIdOf(one)}
        on conflict (company, month) do nothing returning company`.execute(ctx.db)
      if (rows.length === 0) throw settledAlready()
    },
  },
]

const settledAlready = () =>
  conflict('month-settled', { zh: '这个月已经结算。', en: 'This month is settled already.' })
