import { twoPersonProcedure } from '#kernel/review/index.ts'

/** Whole identity numbers leave the platform only where a second person agrees (PIPL articles 28, 51). */
export const exportProcedure = twoPersonProcedure({
  id: 'membership.roster-export',
  title: { zh: '导出完整名册', en: 'Roster with whole numbers' },
  decidedBy: 'membership.approve-export',
  waiting: {
    state: 'asked',
    title: { zh: '等待批准', en: 'Waits for agreement' },
    deadline: { workingDays: 2 },
    risesAfter: { workingDays: 1 },
  },
  agree: {
    move: 'agree',
    title: { zh: '批准导出', en: 'Agree' },
    to: 'agreed',
    toTitle: { zh: '已批准', en: 'Agreed' },
  },
  refuse: {
    move: 'refuse',
    title: { zh: '不批准', en: 'Refuse' },
    to: 'refused',
    toTitle: { zh: '未批准', en: 'Refused' },
  },
})
