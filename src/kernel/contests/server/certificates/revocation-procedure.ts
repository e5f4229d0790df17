import { defineProcedure } from '#kernel/review/index.ts'

/** Taking back a certificate: who proposes it does not decide it. */
export const revocationProcedure = defineProcedure({
  id: 'contests.revocation',
  title: { zh: '撤销证书', en: 'Revocation of a certificate' },
  initial: 'proposed',
  states: {
    proposed: {
      title: { zh: '等待决定', en: 'To be decided' },
      waitsFor: 'contests.decide',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 3 },
    },
    revoked: { title: { zh: '已撤销', en: 'Revoked' }, terminal: 'granted' },
    kept: { title: { zh: '不撤销', en: 'Kept' }, terminal: 'refused' },
  },
  moves: [
    {
      id: 'revoke',
      from: ['proposed'],
      to: 'revoked',
      title: { zh: '撤销', en: 'Revoke' },
      who: { permission: 'contests.decide' },
      notBy: ['proposer'],
    },
    {
      id: 'keep',
      from: ['proposed'],
      to: 'kept',
      title: { zh: '不撤销', en: 'Keep it' },
      who: { permission: 'contests.decide' },
      notBy: ['proposer'],
      needsReason: true,
    },
  ],
  readableBy: ['contests.read'],
})
