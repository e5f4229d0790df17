import { defineProcedure } from '#kernel/review/index.ts'

/**
 * The old union's side. It cannot keep a member: what it objects to, and what it leaves lying, goes to the level
 * above. Every move is made by the programme's commands, which hold the transfer before its two cases.
 */
export const releaseProcedure = defineProcedure({
  id: 'membership.release',
  title: { zh: '会籍转出', en: 'Release of a member' },
  initial: 'with-union',
  readableBy: ['membership.read'],
  states: {
    'with-union': {
      title: { zh: '原工会办理', en: 'With the old union' },
      waitsFor: 'membership.admit',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 1 },
    },
    above: {
      title: { zh: '上级工会处理', en: 'With the level above' },
      waitsFor: 'membership.appeal',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 1 },
    },
    released: { title: { zh: '已同意转出', en: 'Released' }, terminal: 'granted' },
    held: { title: { zh: '未同意转出', en: 'Not released' }, terminal: 'refused' },
    withdrawn: { title: { zh: '本人已撤回', en: 'Taken back' }, terminal: 'withdrawn' },
    closed: { title: { zh: '已终止', en: 'Ended' }, terminal: 'closed' },
  },
  moves: [
    {
      id: 'release',
      from: ['with-union'],
      to: 'released',
      title: { zh: '同意转出', en: 'Release' },
      who: { permission: 'membership.admit' },
      notBy: ['proposer'],
      inProgramme: true,
    },
    {
      id: 'object',
      from: ['with-union'],
      to: 'above',
      title: { zh: '有异议，报上级', en: 'Object, and ask the level above' },
      who: { permission: 'membership.admit' },
      needsReason: true,
      inProgramme: true,
    },
    {
      id: 'release-after-all',
      from: ['above'],
      to: 'released',
      title: { zh: '同意转出', en: 'Release' },
      who: { permission: 'membership.appeal' },
      notBy: ['proposer', 'any-earlier-actor'],
      inProgramme: true,
    },
    {
      id: 'hold',
      from: ['above'],
      to: 'held',
      title: { zh: '不同意转出', en: 'Do not release' },
      who: { permission: 'membership.appeal' },
      needsReason: true,
      notBy: ['proposer', 'any-earlier-actor'],
      inProgramme: true,
    },
    {
      id: 'withdraw',
      from: ['with-union', 'above'],
      to: 'withdrawn',
      title: { zh: '撤回', en: 'Take back' },
      who: 'applicant',
      inProgramme: true,
    },
    {
      id: 'close',
      from: ['with-union', 'above'],
      to: 'closed',
      title: { zh: '另一方已终止', en: 'Ended by the other side' },
      who: 'system',
    },
  ],
})

/** The new union's side. */
export const acceptanceProcedure = defineProcedure({
  id: 'membership.acceptance',
  title: { zh: '会籍转入', en: 'Acceptance of a member' },
  initial: 'with-union',
  readableBy: ['membership.read'],
  states: {
    'with-union': {
      title: { zh: '转入工会办理', en: 'With the new union' },
      waitsFor: 'membership.admit',
      deadline: { workingDays: 5 },
      risesAfter: { workingDays: 1 },
    },
    accepted: { title: { zh: '已同意接收', en: 'Accepted' }, terminal: 'granted' },
    refused: { title: { zh: '未接收', en: 'Not accepted' }, terminal: 'refused' },
    withdrawn: { title: { zh: '本人已撤回', en: 'Taken back' }, terminal: 'withdrawn' },
    closed: { title: { zh: '已终止', en: 'Ended' }, terminal: 'closed' },
  },
  moves: [
    {
      id: 'accept',
      from: ['with-union'],
      to: 'accepted',
      title: { zh: '同意接收', en: 'Accept' },
      who: { permission: 'membership.admit' },
      notBy: ['proposer'],
      inProgramme: true,
    },
    {
      id: 'refuse',
      from: ['with-union'],
      to: 'refused',
      title: { zh: '不接收', en: 'Do not accept' },
      who: { permission: 'membership.admit' },
      needsReason: true,
      notBy: ['proposer'],
      inProgramme: true,
    },
    {
      id: 'withdraw',
      from: ['with-union'],
      to: 'withdrawn',
      title: { zh: '撤回', en: 'Take back' },
      who: 'applicant',
      inProgramme: true,
    },
    {
      id: 'close',
      from: ['with-union'],
      to: 'closed',
      title: { zh: '另一方已终止', en: 'Ended by the other side' },
      who: 'system',
    },
  ],
})

export const transferSubject = (transferId: string): string => `membership.transfer:${transferId}`
