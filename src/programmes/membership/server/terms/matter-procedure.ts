import { defineProcedure } from '#kernel/review/index.ts'

export const MATTER = 'membership.union-matter'

export const matterSubject = (id: string) => `${MATTER}:${id}`

const decider = { permission: 'membership.approve-unions' }

/**
 * Whatever changes a union and the level above decides: 工会法 articles 12 and 13, and what its members' meeting elected.
 * The days are the federation's service promise.
 */
export const matterProcedure = defineProcedure({
  id: MATTER,
  title: { zh: '工会事项', en: 'Union matter' },
  initial: 'checking',
  readableBy: ['membership.read-unions'],
  states: {
    checking: {
      title: { zh: '上级审核', en: 'With the level above' },
      waitsFor: 'membership.approve-unions',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 2 },
    },
    returned: {
      title: { zh: '退回补正', en: 'Sent back' },
      waitsFor: 'applicant',
      deadline: { workingDays: 15 },
    },
    granted: { title: { zh: '已批复', en: 'Granted' }, terminal: 'granted' },
    refused: { title: { zh: '不予批准', en: 'Refused' }, terminal: 'refused' },
    withdrawn: { title: { zh: '已撤回', en: 'Withdrawn' }, terminal: 'withdrawn' },
  },
  moves: [
    {
      id: 'grant',
      from: ['checking'],
      to: 'granted',
      title: { zh: '批复同意', en: 'Grant' },
      who: decider,
      notBy: ['proposer'],
      inProgramme: true,
    },
    {
      id: 'return',
      from: ['checking'],
      to: 'returned',
      title: { zh: '退回补正', en: 'Send back' },
      who: decider,
      needsReason: true,
    },
    {
      id: 'resend',
      from: ['returned'],
      to: 'checking',
      title: { zh: '补正后重新提交', en: 'Send again' },
      who: 'applicant',
      needsReason: true,
    },
    {
      id: 'refuse',
      from: ['checking'],
      to: 'refused',
      title: { zh: '不予批准', en: 'Refuse' },
      who: decider,
      needsReason: true,
      notBy: ['proposer'],
    },
    {
      id: 'withdraw',
      from: ['checking', 'returned'],
      to: 'withdrawn',
      title: { zh: '撤回', en: 'Withdraw' },
      who: 'applicant',
    },
  ],
})
