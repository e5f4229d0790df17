import { defineProcedure } from '#kernel/review/index.ts'

export const findingSubject = (inspectionId: string) => `stations.finding:${inspectionId}`

/**
 * What an inspection found wanting, and the station's right to answer within five working days. The finding counts at
 * once; where it is lifted it is taken back, and the certificate is computed as if it had not been.
 */
export const findingProcedure = defineProcedure({
  id: 'stations.finding',
  title: { zh: '检查发现的问题', en: 'What an inspection found' },
  initial: 'to-answer',
  states: {
    'to-answer': {
      title: { zh: '等待驿站申辩', en: 'The station may answer' },
      waitsFor: 'applicant',
      deadline: { workingDays: 5 },
    },
    answered: {
      title: { zh: '驿站已申辩', en: 'Answered by the station' },
      waitsFor: 'stations.certify',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 3 },
    },
    stands: { title: { zh: '认定成立', en: 'The finding stands' }, terminal: 'granted' },
    unanswered: { title: { zh: '没有申辩，认定成立', en: 'Not answered: it stands' }, terminal: 'closed' },
    lifted: { title: { zh: '撤销认定', en: 'Lifted' }, terminal: 'refused' },
  },
  moves: [
    {
      id: 'answer',
      from: ['to-answer'],
      to: 'answered',
      title: { zh: '申辩', en: 'Answer' },
      who: 'applicant',
      needsReason: true,
    },
    {
      id: 'let-stand',
      from: ['to-answer'],
      to: 'unanswered',
      title: { zh: '期满', en: 'The time is over' },
      who: 'system',
    },
    {
      id: 'uphold',
      from: ['answered'],
      to: 'stands',
      title: { zh: '认定成立', en: 'Uphold' },
      who: { permission: 'stations.certify' },
      needsReason: true,
      notBy: ['proposer'],
    },
    {
      id: 'lift',
      from: ['answered'],
      to: 'lifted',
      title: { zh: '撤销认定', en: 'Lift' },
      who: { permission: 'stations.certify' },
      needsReason: true,
      notBy: ['proposer'],
    },
  ],
  readableBy: ['stations.inspect'],
})
