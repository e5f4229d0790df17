import { defineProcedure } from '#kernel/review/index.ts'

/**
 * From a proposed result to one that stands. Who proposed it neither puts it on notice nor lets it stand; an objection
 * that is upheld sends it back, and a corrected result is proposed and put on notice anew.
 */
export const resultProcedure = defineProcedure({
  id: 'contests.result',
  title: { zh: '比赛结果', en: 'Result of a contest' },
  initial: 'proposed',
  states: {
    proposed: {
      title: { zh: '等待公示', en: 'To be put on notice' },
      waitsFor: 'contests.decide',
      deadline: { workingDays: 3 },
      risesAfter: { workingDays: 2 },
    },
    notice: { title: { zh: '公示中', en: 'On public notice' }, waitsFor: 'contests.decide' },
    stands: { title: { zh: '已公布', en: 'Published' }, terminal: 'granted' },
    returned: { title: { zh: '已退回', en: 'Sent back' }, terminal: 'refused' },
  },
  moves: [
    {
      id: 'announce',
      from: ['proposed'],
      to: 'notice',
      title: { zh: '公示', en: 'Put on public notice' },
      who: { permission: 'contests.decide' },
      notBy: ['proposer'],
      opensNotice: { workingDays: 5, purpose: 'honour' },
    },
    {
      id: 'publish',
      from: ['notice'],
      to: 'stands',
      title: { zh: '公布结果', en: 'Publish the result' },
      who: { permission: 'contests.decide' },
      notBy: ['proposer'],
      afterNotice: true,
    },
    {
      id: 'send-back',
      from: ['proposed', 'notice'],
      to: 'returned',
      title: { zh: '退回重做', en: 'Send back' },
      who: { permission: 'contests.decide' },
      notBy: ['proposer'],
      needsReason: true,
    },
  ],
  readableBy: ['contests.read'],
})
