import { defineProcedure } from '#kernel/review/index.ts'

/** Leaving is the member's right: the union sees to it and cannot refuse; the member may take it back until then. */
export const leavingProcedure = defineProcedure({
  id: 'membership.leaving',
  title: { zh: '退会', en: 'Leaving the union' },
  initial: 'asked',
  readableBy: ['membership.read'],
  states: {
    asked: {
      title: { zh: '工会办理', en: 'With the union' },
      waitsFor: 'membership.standing',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 1 },
    },
    left: { title: { zh: '已退会', en: 'Left' }, terminal: 'granted' },
    'taken-back': { title: { zh: '已撤回', en: 'Taken back' }, terminal: 'withdrawn' },
  },
  moves: [
    {
      id: 'confirm',
      from: ['asked'],
      to: 'left',
      title: { zh: '办结退会', en: 'End the membership' },
      who: { permission: 'membership.standing' },
      notBy: ['proposer'],
    },
    {
      id: 'take-back',
      from: ['asked'],
      to: 'taken-back',
      title: { zh: '撤回退会', en: 'Take back' },
      who: 'applicant',
    },
  ],
})

/**
 * An expulsion is decided by the level above the union that proposes it, after the member was heard. Nothing here
 * happens by itself: six months without dues are a hint to a person, never a rule that runs.
 */
export const expulsionProcedure = defineProcedure({
  id: 'membership.expulsion',
  title: { zh: '除名', en: 'Expulsion' },
  initial: 'hearing',
  readableBy: ['membership.read'],
  states: {
    hearing: {
      title: { zh: '听取本人意见', en: 'The member is heard' },
      waitsFor: 'applicant',
      deadline: { workingDays: 10 },
    },
    heard: {
      title: { zh: '上级工会决定', en: 'With the level above' },
      waitsFor: 'membership.expel',
      deadline: { workingDays: 10 },
      risesAfter: { workingDays: 2 },
    },
    expelled: { title: { zh: '已除名', en: 'Expelled' }, terminal: 'granted' },
    dropped: { title: { zh: '不予除名', en: 'Not expelled' }, terminal: 'refused' },
    appealed: {
      title: { zh: '复核中', en: 'Looked at again' },
      waitsFor: 'membership.expel',
      deadline: { workingDays: 10 },
      risesAfter: { workingDays: 2 },
    },
  },
  moves: [
    {
      id: 'answer',
      from: ['hearing'],
      to: 'heard',
      title: { zh: '陈述意见', en: 'Say my side' },
      who: 'applicant',
      needsReason: true,
    },
    {
      id: 'hear-no-more',
      from: ['hearing'],
      to: 'heard',
      title: { zh: '期满，本人未陈述', en: 'Nothing was said in time' },
      who: 'system',
    },
    {
      id: 'expel',
      from: ['heard', 'appealed'],
      to: 'expelled',
      title: { zh: '决定除名', en: 'Expel' },
      who: { permission: 'membership.expel' },
      needsReason: true,
      notBy: ['proposer', 'any-earlier-actor'],
    },
    {
      id: 'drop',
      from: ['heard', 'appealed'],
      to: 'dropped',
      title: { zh: '不予除名', en: 'Do not expel' },
      who: { permission: 'membership.expel' },
      needsReason: true,
      notBy: ['proposer', 'any-earlier-actor'],
    },
    {
      id: 'appeal',
      from: ['expelled'],
      to: 'appealed',
      title: { zh: '申请复核', en: 'Ask for a second look' },
      who: 'applicant',
      needsReason: true,
      dispute: {
        within: { days: 30 },
        grounds: {
          facts: { zh: '事实有误', en: 'The facts are wrong' },
          procedure: { zh: '没有听取我的意见', en: 'I was not heard' },
        },
      },
    },
  ],
})

export const endingSubject = (endingId: string): string => `membership.ending:${endingId}`
