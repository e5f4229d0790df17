import { twoPersonProcedure } from '#kernel/review/index.ts'

/** Whoever wants an import taken back never agrees to it: it changes who is a member, and by how many at once. */
export const undoProcedure = twoPersonProcedure({
  id: 'membership.roster-undo',
  title: { zh: '撤销名册导入', en: 'Taking an import back' },
  decidedBy: 'membership.approve-undo',
  waiting: {
    state: 'asked',
    title: { zh: '等待另一人同意', en: 'Waits for another person' },
    deadline: { workingDays: 2 },
    risesAfter: { workingDays: 1 },
  },
  agree: {
    move: 'agree',
    title: { zh: '同意撤销', en: 'Agree' },
    to: 'agreed',
    toTitle: { zh: '已同意', en: 'Agreed' },
  },
  refuse: {
    move: 'refuse',
    title: { zh: '不同意', en: 'Refuse' },
    to: 'refused',
    toTitle: { zh: '未同意', en: 'Refused' },
  },
})
