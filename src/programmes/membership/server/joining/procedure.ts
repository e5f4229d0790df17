import { defineProcedure } from '#kernel/review/index.ts'

/** How long a refused applicant may ask the level above to look again. */
const APPEAL_WITHIN_DAYS = 15

/**
 * A wish to join, decided by the union; membership begins on the day of its approval. Three working days is what
 * cities promise online; one more, and the level above sees it too.
 */
export const joiningProcedure = defineProcedure({
  id: 'membership.joining',
  title: { zh: '入会申请', en: 'Application to join' },
  initial: 'checking',
  readableBy: ['membership.read'],
  states: {
    checking: {
      title: { zh: '工会审核', en: 'With the union' },
      waitsFor: 'membership.admit',
      deadline: { workingDays: 3 },
      risesAfter: { workingDays: 1 },
    },
    returned: {
      title: { zh: '退回补正', en: 'Returned' },
      waitsFor: 'applicant',
      deadline: { days: 15 },
    },
    admitted: { title: { zh: '已入会', en: 'Admitted' }, terminal: 'granted' },
    moving: { title: { zh: '已转为会籍转移', en: 'Became a transfer' }, terminal: 'closed' },
    refused: { title: { zh: '未批准', en: 'Not admitted' }, terminal: 'refused' },
    withdrawn: { title: { zh: '已撤回', en: 'Withdrawn' }, terminal: 'withdrawn' },
    'second-look': {
      title: { zh: '上级复核', en: 'With the level above' },
      waitsFor: 'membership.appeal',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 2 },
    },
  },
  moves: [
    {
      id: 'approve',
      from: ['checking'],
      to: 'admitted',
      title: { zh: '批准入会', en: 'Admit' },
      who: { permission: 'membership.admit' },
      notBy: ['proposer'],
      inProgramme: true,
    },
    {
      id: 'move-over',
      from: ['checking'],
      to: 'moving',
      title: { zh: '接收并办理转入', en: 'Accept and begin the transfer' },
      who: { permission: 'membership.admit' },
      notBy: ['proposer'],
      inProgramme: true,
    },
    {
      id: 'return',
      from: ['checking'],
      to: 'returned',
      title: { zh: '退回补正', en: 'Return' },
      who: { permission: 'membership.admit' },
      needsReason: true,
    },
    {
      id: 'refuse',
      from: ['checking'],
      to: 'refused',
      title: { zh: '不批准', en: 'Do not admit' },
      who: { permission: 'membership.admit' },
      needsReason: true,
      notBy: ['proposer'],
    },
    {
      id: 'send-again',
      from: ['returned'],
      to: 'checking',
      title: { zh: '重新提交', en: 'Send again' },
      who: 'applicant',
      inProgramme: true,
    },
    {
      id: 'withdraw',
      from: ['checking', 'returned'],
      to: 'withdrawn',
      title: { zh: '撤回申请', en: 'Withdraw' },
      who: 'applicant',
    },
    {
      id: 'lapse',
      from: ['returned'],
      to: 'withdrawn',
      title: { zh: '逾期未补正，自动撤回', en: 'Not completed in time' },
      who: 'system',
    },
    {
      id: 'appeal',
      from: ['refused'],
      to: 'second-look',
      title: { zh: '申请上级复核', en: 'Ask the level above' },
      who: 'applicant',
      needsReason: true,
      dispute: {
        within: { days: APPEAL_WITHIN_DAYS },
        grounds: {
          facts: { zh: '事实有误', en: 'The facts are wrong' },
          rules: { zh: '我符合入会条件', en: 'I meet the conditions' },
        },
      },
    },
    {
      id: 'admit-after-all',
      from: ['second-look'],
      to: 'admitted',
      title: { zh: '改为批准入会', en: 'Admit after all' },
      who: { permission: 'membership.appeal' },
      notBy: ['proposer', 'any-earlier-actor'],
      inProgramme: true,
    },
    {
      id: 'uphold',
      from: ['second-look'],
      to: 'refused',
      title: { zh: '维持不批准', en: 'Uphold' },
      who: { permission: 'membership.appeal' },
      notBy: ['proposer', 'any-earlier-actor'],
      needsReason: true,
    },
  ],
})

export const subjectOf = (applicationId: string): string => `membership.application:${applicationId}`
