import { defineProcedure } from '#kernel/review/index.ts'

/** A station wants to go, or to be one with another: the county looks, the city decides. */
export const leavingProcedure = defineProcedure({
  id: 'stations.leaving',
  title: { zh: '驿站退出', en: 'A station leaves' },
  initial: 'checking',
  states: {
    checking: {
      title: { zh: '县区核实', en: 'Checked by the county' },
      waitsFor: 'stations.check',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 3 },
    },
    deciding: {
      title: { zh: '市总决定', en: 'Decided by the city' },
      waitsFor: 'stations.decide',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 5 },
    },
    left: { title: { zh: '已退出', en: 'Gone' }, terminal: 'granted' },
    stays: { title: { zh: '不同意退出', en: 'Stays' }, terminal: 'refused' },
    withdrawn: { title: { zh: '已撤回', en: 'Taken back' }, terminal: 'withdrawn' },
  },
  moves: [
    {
      id: 'forward',
      from: ['checking'],
      to: 'deciding',
      title: { zh: '已核实，报市总', en: 'Checked, send up' },
      who: { permission: 'stations.check' },
      notBy: ['proposer'],
      needsReason: true,
    },
    {
      id: 'let-go',
      from: ['deciding'],
      to: 'left',
      title: { zh: '同意退出', en: 'Let it go' },
      who: { permission: 'stations.decide' },
      notBy: ['proposer', 'any-earlier-actor'],
      needsReason: true,
    },
    {
      id: 'keep',
      from: ['checking', 'deciding'],
      to: 'stays',
      title: { zh: '不同意退出', en: 'It stays' },
      who: { permission: 'stations.decide' },
      notBy: ['proposer'],
      needsReason: true,
    },
    {
      id: 'take-back',
      from: ['checking', 'deciding'],
      to: 'withdrawn',
      title: { zh: '撤回', en: 'Take back' },
      who: 'applicant',
    },
  ],
})

/**
 * A station that is not kept: two warnings within a year, each with time to mend, then a hearing in which its keeper is
 * heard, and only then the decision, by somebody who took no earlier step. An earlier case's warnings count too, so that a
 * hearing may follow the first warning of this one; `follow-cases.ts` refuses it before the second in all.
 */
export const withdrawalProcedure = defineProcedure({
  id: 'stations.withdrawal',
  title: { zh: '驿站整改与摘牌', en: 'Warning and withdrawal of a station' },
  initial: 'warned',
  states: {
    warned: {
      title: { zh: '警告，限期整改', en: 'Warned, to be mended' },
      waitsFor: 'applicant',
      deadline: { workingDays: 10 },
    },
    'mended-once': {
      title: { zh: '已整改，待复查', en: 'Said to be mended, to be looked at' },
      waitsFor: 'stations.check',
      deadline: { workingDays: 5 },
    },
    'warned-again': {
      title: { zh: '再次警告，限期整改', en: 'Warned again, to be mended' },
      waitsFor: 'applicant',
      deadline: { workingDays: 5 },
    },
    'mended-twice': {
      title: { zh: '再次整改，待复查', en: 'Said to be mended again' },
      waitsFor: 'stations.check',
      deadline: { workingDays: 5 },
    },
    hearing: {
      title: { zh: '听取驿站陈述申辩', en: 'The station is heard' },
      waitsFor: 'applicant',
      deadline: { workingDays: 5 },
    },
    deciding: {
      title: { zh: '市总决定', en: 'Decided by the city' },
      waitsFor: 'stations.decide',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 5 },
    },
    settled: { title: { zh: '整改到位', en: 'Mended' }, terminal: 'closed' },
    withdrawn: { title: { zh: '已摘牌', en: 'Withdrawn' }, terminal: 'granted' },
    kept: { title: { zh: '不予摘牌', en: 'Kept' }, terminal: 'refused' },
    lifted: { title: { zh: '警告已撤回', en: 'Warnings lifted' }, terminal: 'refused' },
  },
  moves: [
    {
      id: 'mended',
      from: ['warned'],
      to: 'mended-once',
      title: { zh: '报告整改情况', en: 'Say what was mended' },
      who: 'applicant',
      needsReason: true,
    },
    {
      id: 'mended-again',
      from: ['warned-again'],
      to: 'mended-twice',
      title: { zh: '再次报告整改情况', en: 'Say again what was mended' },
      who: 'applicant',
      needsReason: true,
    },
    {
      id: 'settle',
      from: ['warned', 'mended-once', 'warned-again', 'mended-twice'],
      to: 'settled',
      title: { zh: '整改到位，结案', en: 'It is mended' },
      who: { permission: 'stations.check' },
      needsReason: true,
    },
    {
      id: 'warn-again',
      from: ['warned', 'mended-once'],
      to: 'warned-again',
      title: { zh: '再次警告', en: 'Warn again' },
      who: { permission: 'stations.check' },
      needsReason: true,
    },
    {
      id: 'lift',
      from: ['warned', 'mended-once', 'warned-again', 'mended-twice', 'hearing', 'deciding'],
      to: 'lifted',
      title: { zh: '警告不当，撤回', en: 'The warning was wrong, lift it' },
      who: { permission: 'stations.decide' },
      notBy: ['proposer'],
      needsReason: true,
    },
    {
      id: 'open-hearing',
      from: ['warned', 'mended-once', 'warned-again', 'mended-twice'],
      to: 'hearing',
      title: { zh: '告知拟摘牌，听取陈述', en: 'Announce the withdrawal and hear the station' },
      who: { permission: 'stations.check' },
      needsReason: true,
    },
    {
      id: 'speak',
      from: ['hearing'],
      to: 'deciding',
      title: { zh: '陈述申辩', en: 'Be heard' },
      who: 'applicant',
      needsReason: true,
    },
    {
      id: 'record-hearing',
      from: ['hearing'],
      to: 'deciding',
      title: { zh: '记录听证情况，报市总', en: 'Record the hearing and send up' },
      who: { permission: 'stations.check' },
      needsReason: true,
    },
    {
      id: 'withdraw',
      from: ['deciding'],
      to: 'withdrawn',
      title: { zh: '决定摘牌', en: 'Withdraw the station' },
      who: { permission: 'stations.decide' },
      notBy: ['proposer', 'any-earlier-actor'],
      needsReason: true,
    },
    {
      id: 'keep',
      from: ['deciding'],
      to: 'kept',
      title: { zh: '不予摘牌', en: 'Keep the station' },
      who: { permission: 'stations.decide' },
      notBy: ['proposer'],
      needsReason: true,
    },
  ],
})
