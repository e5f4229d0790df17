import { twoPersonProcedure } from '#kernel/review/index.ts'

/** Taking back a certificate: who proposes it does not decide it. */
export const revocationProcedure = twoPersonProcedure({
  id: 'contests.revocation',
  title: { zh: '撤销证书', en: 'Revocation of a certificate' },
  decidedBy: 'contests.decide',
  waiting: {
    state: 'proposed',
    title: { zh: '等待决定', en: 'To be decided' },
    deadline: { workingDays: 5 },
    risesAfter: { workingDays: 3 },
  },
  agree: {
    move: 'revoke',
    title: { zh: '撤销', en: 'Revoke' },
    to: 'revoked',
    toTitle: { zh: '已撤销', en: 'Revoked' },
  },
  refuse: {
    move: 'keep',
    title: { zh: '不撤销', en: 'Keep it' },
    to: 'kept',
    toTitle: { zh: '不撤销', en: 'Kept' },
  },
  readableBy: ['contests.read'],
})
