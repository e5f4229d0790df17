import { defineProcedure } from '#kernel/review/index.ts'

export const sanctionSubject = (stationId: string) => `stations.certificate:${stationId}`

/**
 * A suspension, a withdrawal or a restoration of a station's certificate: proposed by one officer, decided by another,
 * disputed by the station. The certificate itself is never touched: the decision is one of the things it
 * is computed from.
 */
export const sanctionProcedure = defineProcedure({
  id: 'stations.sanction',
  title: { zh: '驿站证书处理', en: 'Decision about a certificate' },
  initial: 'proposed',
  states: {
    proposed: {
      title: { zh: '待决定', en: 'To be decided' },
      waitsFor: 'stations.certify',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 3 },
    },
    decided: { title: { zh: '已决定', en: 'Decided' }, terminal: 'granted' },
    rejected: { title: { zh: '不采纳', en: 'Rejected' }, terminal: 'refused' },
    'second-look': {
      title: { zh: '复核', en: 'Second look' },
      waitsFor: 'stations.certify',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 3 },
    },
    lifted: { title: { zh: '复核后撤回决定', en: 'Lifted after a second look' }, terminal: 'refused' },
  },
  moves: [
    {
      id: 'decide',
      from: ['proposed'],
      to: 'decided',
      title: { zh: '同意', en: 'Decide so' },
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
      id: 'dispute',
      from: ['decided'],
      to: 'second-look',
      title: { zh: '申请复核', en: 'Ask for a second look' },
      who: 'applicant',
      needsReason: true,
      dispute: {
        within: { workingDays: 10 },
        grounds: {
          facts: { zh: '事实有误', en: 'The facts are wrong' },
          mended: { zh: '已经整改', en: 'It has been mended' },
        },
      },
    },
    {
      id: 'uphold',
      from: ['second-look'],
      to: 'decided',
      title: { zh: '维持决定', en: 'Uphold' },
      who: { permission: 'stations.certify' },
      needsReason: true,
      notBy: ['proposer'],
    },
    {
      id: 'lift',
      from: ['second-look'],
      to: 'lifted',
      title: { zh: '撤回决定', en: 'Lift' },
      who: { permission: 'stations.certify' },
      needsReason: true,
      notBy: ['proposer'],
    },
  ],
  readableBy: ['stations.sanction'],
})
