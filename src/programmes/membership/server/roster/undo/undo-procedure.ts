import { defineProcedure } from '#kernel/review/index.ts'

/** Whoever wants an import taken back never agrees to it: it changes who is a member, and by how many at once. */
export const undoProcedure = defineProcedure({
  id: 'membership.roster-undo',
  title: { zh: '撤销名册导入', en: 'Taking an import back' },
  initial: 'asked',
  readableBy: ['membership.approve-undo'],
  states: {
    asked: {
      title: { zh: '等待另一人同意', en: 'Waits for another person' },
      waitsFor: 'membership.approve-undo',
      deadline: { workingDays: 2 },
      risesAfter: { workingDays: 1 },
    },
    agreed: { title: { zh: '已同意', en: 'Agreed' }, terminal: 'granted' },
    refused: { title: { zh: '未同意', en: 'Refused' }, terminal: 'refused' },
  },
  moves: [
    {
      id: 'agree',
      from: ['asked'],
      to: 'agreed',
      title: { zh: '同意撤销', en: 'Agree' },
      who: { permission: 'membership.approve-undo' },
      notBy: ['proposer'],
    },
    {
      id: 'refuse',
      from: ['asked'],
      to: 'refused',
      title: { zh: '不同意', en: 'Refuse' },
      who: { permission: 'membership.approve-undo' },
      needsReason: true,
      notBy: ['proposer'],
    },
  ],
})
