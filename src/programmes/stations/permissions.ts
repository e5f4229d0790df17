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
  'stations.standards': {
    zh: '起草驿站标准',
    en: 'draft standards for stations',
    roles: ['city-officer', 'county-officer'],
  },
  'stations.certify': {
    zh: '决定标准的施行、证书的处理和检查申辩',
    en: 'decide about standards, certificates and what stations answer',
    roles: ['city-officer'],
  },
  'stations.sanction': {
    zh: '提请警告、暂停、撤销或恢复驿站证书',
    en: 'propose warnings, suspensions and withdrawals',
    roles: ['city-officer', 'county-officer'],
  },
  'stations.inspect': {
    zh: '安排和进行驿站检查',
    en: 'plan and make inspections',
    roles: ['inspector', 'city-officer', 'county-officer'],
  },
} satisfies Permissions
