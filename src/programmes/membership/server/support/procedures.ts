import { defineProcedure } from '#kernel/review/index.ts'

export const CLAIM = 'membership.support-claim'
export const claimSubject = (id: string) => `${CLAIM}:${id}`

const checker = { permission: 'membership.check-support' }
const payer = { permission: 'membership.pay-support' }

/** Three hands: who claims, who checks, who pays. `notBy` keeps them apart, and the database holds it. */
export const claimProcedure = defineProcedure({
  id: CLAIM,
  title: { zh: '扶持资金申领', en: 'Claim for support' },
  initial: 'checking',
  readableBy: ['membership.read-support'],
  states: {
    checking: {
      title: { zh: '审核', en: 'Being checked' },
      waitsFor: 'membership.check-support',
      deadline: { workingDays: 10 },
      risesAfter: { workingDays: 3 },
    },
    'to-pay': {
      title: { zh: '待支付（资金已预留）', en: 'To be paid, money held' },
      waitsFor: 'membership.pay-support',
      deadline: { workingDays: 10 },
      risesAfter: { workingDays: 3 },
    },
    paid: { title: { zh: '已支付', en: 'Paid' }, terminal: 'granted' },
    refused: { title: { zh: '不予支持', en: 'Refused' }, terminal: 'refused' },
    voided: { title: { zh: '已作废', en: 'Voided' }, terminal: 'closed' },
    withdrawn: { title: { zh: '已撤回', en: 'Withdrawn' }, terminal: 'withdrawn' },
  },
  moves: [
    {
      id: 'approve',
      from: ['checking'],
      to: 'to-pay',
      title: { zh: '审核同意', en: 'Approve' },
      who: checker,
      notBy: ['proposer'],
      inProgramme: true,
    },
    {
      id: 'refuse',
      from: ['checking'],
      to: 'refused',
      title: { zh: '不予支持', en: 'Refuse' },
      who: checker,
      needsReason: true,
      notBy: ['proposer'],
    },
    {
      id: 'pay',
      from: ['to-pay'],
      to: 'paid',
      title: { zh: '支付', en: 'Pay' },
      who: payer,
      notBy: ['proposer', 'any-earlier-actor'],
      inProgramme: true,
    },
    {
      id: 'void',
      from: ['to-pay'],
      to: 'voided',
      title: { zh: '作废', en: 'Void' },
      who: payer,
      needsReason: true,
      inProgramme: true,
    },
    {
      id: 'withdraw',
      from: ['checking'],
      to: 'withdrawn',
      title: { zh: '撤回', en: 'Withdraw' },
      who: 'applicant',
    },
  ],
})

export const RECLAIM = 'membership.support-reclaim'
export const reclaimSubject = (id: string) => `${RECLAIM}:${id}`

/** Money that was paid wrongly comes back: one proposes, another books what came in. */
export const reclaimProcedure = defineProcedure({
  id: RECLAIM,
  title: { zh: '扶持资金收回', en: 'Support taken back' },
  initial: 'demanded',
  readableBy: ['membership.read-support'],
  states: {
    demanded: {
      title: { zh: '待收回入账', en: 'To be booked' },
      waitsFor: 'membership.pay-support',
      deadline: { workingDays: 20 },
      risesAfter: { workingDays: 5 },
    },
    booked: { title: { zh: '已冲正入账', en: 'Booked as a reversal' }, terminal: 'granted' },
    dropped: { title: { zh: '不再收回', en: 'Dropped' }, terminal: 'closed' },
  },
  moves: [
    {
      id: 'book',
      from: ['demanded'],
      to: 'booked',
      title: { zh: '收回入账', en: 'Book it' },
      who: payer,
      notBy: ['proposer', 'any-earlier-actor'],
      inProgramme: true,
    },
    {
      id: 'drop',
      from: ['demanded'],
      to: 'dropped',
      title: { zh: '不再收回', en: 'Drop it' },
      who: checker,
      needsReason: true,
    },
  ],
})
