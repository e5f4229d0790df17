import { defineModule } from '#platform/module.ts'
import { defineProcedure } from '../../rules/define-procedure.ts'
import type { ReviewedProcedure } from '../../procedure-source.ts'

/** A small procedure with one of everything: two levels, a notice, a return, a withdrawal, a dispute. */
export const garden = defineProcedure({
  id: 'garden.plot',
  title: { zh: '菜园地块申请', en: 'Garden plot' },
  initial: 'at-county',
  states: {
    'at-county': {
      title: { zh: '县区初审', en: 'At the county' },
      waitsFor: 'garden.check',
      deadline: { workingDays: 3 },
      risesAfter: { workingDays: 2 },
    },
    returned: {
      title: { zh: '退回补充', en: 'Returned' },
      waitsFor: 'applicant',
      deadline: { days: 10 },
    },
    published: { title: { zh: '公示中', en: 'Published' }, waitsFor: 'garden.decide' },
    granted: { title: { zh: '已同意', en: 'Granted' }, terminal: 'granted' },
    refused: { title: { zh: '未同意', en: 'Refused' }, terminal: 'refused' },
    withdrawn: { title: { zh: '已撤回', en: 'Withdrawn' }, terminal: 'withdrawn' },
    'second-look': {
      title: { zh: '复核', en: 'Second look' },
      waitsFor: 'garden.decide',
      deadline: { workingDays: 5 },
    },
  },
  moves: [
    {
      id: 'publish',
      from: ['at-county'],
      to: 'published',
      title: { zh: '同意并公示', en: 'Agree and publish' },
      who: { permission: 'garden.check' },
      notBy: ['proposer'],
      opensNotice: { workingDays: 5, purpose: 'aid' },
    },
    {
      id: 'return',
      from: ['at-county'],
      to: 'returned',
      title: { zh: '退回', en: 'Return' },
      who: { permission: 'garden.check' },
      needsReason: true,
    },
    {
      id: 'send-again',
      from: ['returned'],
      to: 'at-county',
      title: { zh: '重新提交', en: 'Send again' },
      who: 'applicant',
    },
    {
      id: 'withdraw',
      from: ['at-county', 'returned', 'published'],
      to: 'withdrawn',
      title: { zh: '撤回', en: 'Withdraw' },
      who: 'applicant',
    },
    {
      id: 'grant',
      from: ['published'],
      to: 'granted',
      title: { zh: '同意', en: 'Grant' },
      who: { permission: 'garden.decide' },
      notBy: ['proposer', 'any-earlier-actor'],
      afterNotice: true,
    },
    {
      id: 'refuse',
      from: ['at-county', 'published', 'second-look'],
      to: 'refused',
      title: { zh: '不同意', en: 'Refuse' },
      who: { permission: 'garden.decide' },
      needsReason: true,
      notBy: ['proposer'],
    },
    {
      id: 'dispute',
      from: ['refused'],
      to: 'second-look',
      title: { zh: '申请复核', en: 'Ask for a second look' },
      who: 'applicant',
      needsReason: true,
      dispute: {
        within: { days: 15 },
        grounds: {
          facts: { zh: '事实有误', en: 'The facts are wrong' },
          procedure: { zh: '程序有误', en: 'The procedure was not kept' },
        },
      },
    },
    {
      id: 'grant-after-all',
      from: ['second-look'],
      to: 'granted',
      title: { zh: '改为同意', en: 'Grant after all' },
      who: { permission: 'garden.decide' },
      notBy: ['proposer', 'any-earlier-actor'],
    },
  ],
})

/** A programme that exists in tests only. */
export const gardenModule = (hooks: Omit<ReviewedProcedure, 'procedure'> = {}) => ({
  ...defineModule({
    name: 'garden',
    title: { zh: '菜园', en: 'Garden' },
    operations: {},
    handlers: {},
    permissions: {
      'garden.check': { zh: '初审菜园申请', en: 'check plots', roles: ['county-officer', 'city-officer'] },
      'garden.decide': { zh: '审批菜园申请', en: 'decide plots', roles: ['city-officer'] },
    },
    folder: new URL('./', import.meta.url),
  }),
  procedures: [{ procedure: garden, ...hooks }],
})
