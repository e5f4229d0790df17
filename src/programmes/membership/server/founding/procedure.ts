import { defineProcedure } from '#kernel/review/index.ts'

export const FOUNDING = 'membership.founding'

export const foundingSubject = (id: string) => `${FOUNDING}:${id}`

const decider = { permission: 'membership.approve-unions' }

/**
 * 工会法 article 12: the level above approves. First the preparation, then what the members' meeting elected; the union
 * stands from the second decision on. The days are the federation's service promise, not a law's.
 */
export const foundingProcedure = defineProcedure({
  id: FOUNDING,
  title: { zh: '建会申请', en: 'Founding a union' },
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
    preparing: {
      title: { zh: '筹建中', en: 'In preparation' },
      waitsFor: 'applicant',
      deadline: { days: 90 },
    },
    'result-checking': {
      title: { zh: '审核选举结果', en: 'Election with the level above' },
      waitsFor: 'membership.approve-unions',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 2 },
    },
    'result-returned': {
      title: { zh: '选举结果退回', en: 'Election sent back' },
      waitsFor: 'applicant',
      deadline: { workingDays: 15 },
    },
    registered: { title: { zh: '已登记成立', en: 'Registered' }, terminal: 'granted' },
    refused: { title: { zh: '不予批准', en: 'Refused' }, terminal: 'refused' },
    withdrawn: { title: { zh: '已撤回', en: 'Withdrawn' }, terminal: 'withdrawn' },
  },
  moves: [
    {
      id: 'approve',
      from: ['checking'],
      to: 'preparing',
      title: { zh: '同意筹建', en: 'Approve the preparation' },
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
      inProgramme: true,
    },
    {
      id: 'refile',
      from: ['returned'],
      to: 'checking',
      title: { zh: '补正后重新提交', en: 'Send again' },
      who: 'applicant',
      inProgramme: true,
    },
    {
      id: 'report',
      from: ['preparing', 'result-returned'],
      to: 'result-checking',
      title: { zh: '报送选举结果', en: 'Report the election' },
      who: 'applicant',
      inProgramme: true,
    },
    {
      id: 'register',
      from: ['result-checking'],
      to: 'registered',
      title: { zh: '同意选举结果，登记成立', en: 'Approve and register' },
      who: decider,
      notBy: ['proposer'],
      inProgramme: true,
    },
    {
      id: 'return-result',
      from: ['result-checking'],
      to: 'result-returned',
      title: { zh: '退回选举结果', en: 'Send the election back' },
      who: decider,
      needsReason: true,
    },
    {
      id: 'refuse',
      from: ['checking', 'result-checking'],
      to: 'refused',
      title: { zh: '不予批准', en: 'Refuse' },
      who: decider,
      needsReason: true,
      notBy: ['proposer'],
    },
    {
      id: 'withdraw',
      from: ['checking', 'returned', 'preparing', 'result-checking', 'result-returned'],
      to: 'withdrawn',
      title: { zh: '撤回申请', en: 'Withdraw' },
      who: 'applicant',
    },
  ],
})
