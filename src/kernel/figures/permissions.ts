import type { Permissions } from '#platform/contract.ts'

export const figurePermissions = {
  'figures.read': {
    zh: '查看数字与公布工作',
    en: 'see how figures are published',
    roles: ['city-officer', 'county-officer', 'content-officer', 'finance-officer', 'auditor'],
  },
  'figures.propose': {
    zh: '提请公布数字',
    en: 'propose a publication',
    roles: ['city-officer', 'county-officer', 'content-officer'],
  },
  'figures.publish': { zh: '批准公布数字', en: 'approve a publication', roles: ['city-officer'] },
  'figures.audit': {
    zh: '查阅数字背后的单条记录',
    en: 'open the single records behind a figure',
    roles: ['auditor'],
  },
} satisfies Permissions
