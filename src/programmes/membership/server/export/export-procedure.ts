import { defineProcedure } from '#kernel/review/index.ts'

/** Whole identity numbers leave the platform only where a second person agrees (PIPL articles 28, 51). */
export const exportProcedure = defineProcedure({
  id: 'membership.roster-export',
  title: { zh: '导出完整名册', en: 'Roster with whole numbers' },
  initial: 'asked',
  readableBy: ['membership.approve-export'],
  states: {
    asked: {
      title: { zh: '等待批准', en: 'Waits for agreement' },
      waitsFor: 'membership.approve-export',
      deadline: { workingDays: 2 },
      risesAfter: { workingDays: 1 },
    },
    agreed: { title: { zh: '已批准', en: 'Agreed' }, terminal: 'granted' },
    refused: { title: { zh: '未批准', en: 'Refused' }, terminal: 'refused' },
  },
  moves: [
    {
      id: 'agree',
      from: ['asked'],
      to: 'agreed',
      title: { zh: '批准导出', en: 'Agree' },
      who: { permission: 'membership.approve-export' },
      notBy: ['proposer'],
    },
    {
      id: 'refuse',
      from: ['asked'],
      to: 'refused',
      title: { zh: '不批准', en: 'Refuse' },
      who: { permission: 'membership.approve-export' },
      needsReason: true,
      notBy: ['proposer'],
    },
  ],
})
