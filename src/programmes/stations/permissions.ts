import type { Permissions } from '#platform/contract.ts'

export const stationPermissions = {
  'stations.read': {
    zh: '查看驿站工作数据',
    en: 'see stations as staff do',
    roles: ['city-officer', 'county-officer', 'grassroots-officer', 'auditor', 'inspector'],
  },
  'stations.edit': { zh: '维护驿站', en: 'keep stations', roles: ['city-officer', 'county-officer'] },
  'stations.import': {
    zh: '导入驿站名册',
    en: 'import station rosters',
    roles: ['city-officer', 'county-officer'],
  },
  'stations.export': {
    zh: '导出驿站名册',
    en: 'export station rosters',
    roles: ['city-officer', 'county-officer', 'auditor'],
  },
  'stations.plates': {
    zh: '制作驿站门牌',
    en: 'print and reissue plates',
    roles: ['city-officer', 'county-officer'],
  },
  'stations.answer': {
    zh: '代答驿站反映',
    en: 'answer reports for a keeper',
    roles: ['city-officer', 'county-officer'],
  },
  'stations.check': {
    zh: '初审设站和退出',
    en: 'check applications, leavings and warnings',
    roles: ['city-officer', 'county-officer'],
  },
  'stations.decide': {
    zh: '决定设站、摘牌和荣誉',
    en: 'decide on stations and register their honours',
    roles: ['city-officer'],
  },
  'stations.plan': {
    zh: '驿站选址',
    en: 'plan where stations should stand',
    roles: ['city-officer', 'county-officer'],
  },
} satisfies Permissions
