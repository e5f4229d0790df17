import type { Permissions } from '#platform/contract.ts'

export const peoplePermissions = {
  'people.read': {
    zh: '查看人员（证件号码隐去）',
    en: 'see persons, masked',
    roles: ['city-officer', 'county-officer', 'grassroots-officer', 'auditor'],
  },
  'people.reveal': {
    zh: '查看完整证件号码（须写明原因）',
    en: 'see a full document number, with a reason',
    roles: ['city-officer', 'county-officer', 'auditor'],
  },
  'people.correct': {
    zh: '更正人员信息、办理更正和删除申请',
    en: 'correct persons and settle their requests',
    roles: ['city-officer', 'county-officer'],
  },
  'people.merge': { zh: '合并重复人员', en: 'merge two rows of one person', roles: ['city-officer'] },
} satisfies Permissions
