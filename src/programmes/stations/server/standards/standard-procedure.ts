import { defineProcedure } from '#kernel/review/index.ts'

export const standardSubject = (versionId: string) => `stations.standard:${versionId}`

/** A version of a standard is put in force by another person than the one who drafted it. */
export const standardProcedure = defineProcedure({
  id: 'stations.standard',
  title: { zh: '施行驿站标准', en: 'Putting a standard in force' },
  initial: 'proposed',
  states: {
    proposed: {
      title: { zh: '待决定', en: 'To be decided' },
      waitsFor: 'stations.certify',
      deadline: { workingDays: 10 },
    },
    'in-force': { title: { zh: '决定施行', en: 'Put in force' }, terminal: 'granted' },
    rejected: { title: { zh: '不采纳', en: 'Rejected' }, terminal: 'refused' },
    'taken-back': { title: { zh: '提请人撤回', en: 'Taken back' }, terminal: 'withdrawn' },
  },
  moves: [
    {
      id: 'put-in-force',
      from: ['proposed'],
      to: 'in-force',
      title: { zh: '同意施行', en: 'Put in force' },
      who: { permission: 'stations.certify' },
      notBy: ['proposer'],
    },
    {
      id: 'reject',
      from: ['proposed'],
      to: 'rejected',
      title: { zh: '不采纳', en: 'Reject' },
      who: { permission: 'stations.certify' },
      needsReason: true,
      notBy: ['proposer'],
    },
    {
      id: 'take-back',
      from: ['proposed'],
      to: 'taken-back',
      title: { zh: '撤回', en: 'Take back' },
      who: 'applicant',
    },
  ],
  readableBy: ['stations.standards'],
})
