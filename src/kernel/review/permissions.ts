import type { Permissions } from '#platform/contract.ts'

export const reviewPermissions = {
  'review.read': {
    zh: '查看办件及其全部过程（不能办理）',
    en: 'read cases and all that happened to them, without moving them',
    roles: ['auditor'],
  },
  'review.reassign': {
    zh: '把办件交给另一位经办人',
    en: 'hand a case to another officer',
    roles: ['city-officer', 'county-officer'],
  },
  'review.answer-objections': {
    zh: '答复公示期间的异议',
    en: 'answer objections to a public notice',
    roles: ['city-officer', 'county-officer'],
  },
  'review.end-notices': {
    zh: '中止公示（须写明原因）',
    en: 'break off a public notice, with a reason',
    roles: ['city-officer', 'county-officer'],
  },
  'review.calendar': {
    zh: '维护工作日历（节假日与调休）',
    en: 'keep the calendar of days off and make-up days',
    roles: ['city-officer'],
  },
} satisfies Permissions
