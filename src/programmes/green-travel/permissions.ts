import type { Permissions } from '#platform/contract.ts'

export const greenTravelPermissions = {
  'green-travel.read': {
    zh: '查看公交乘车、预算和结算',
    en: 'see rides, budget and settlement',
    roles: ['city-officer', 'county-officer', 'finance-officer', 'auditor'],
  },
  'green-travel.run': {
    zh: '管理乘车项目（公司、读卡器、条件、暂停、撤销凭证）',
    en: 'run the programme: companies, readers, terms, pausing, revoking vouchers',
    roles: ['city-officer'],
  },
  'green-travel.authorise': {
    zh: '联网核验乘车（只给公交公司的设备密钥）',
    en: 'authorise rides; for the machine keys of bus companies, no role holds it',
    roles: [],
  },
  'green-travel.budget': {
    zh: '追加或收回乘车预算',
    en: 'grant and take back budget',
    roles: ['finance-officer'],
  },
  'green-travel.files': {
    zh: '交来读卡机文件和申报表',
    en: 'hand in files of scans and claims',
    roles: ['city-officer', 'partner-officer'],
  },
  'green-travel.see-files': {
    zh: '查看读卡机文件和每月对账',
    en: 'see files of scans and the months they make',
    roles: ['city-officer', 'finance-officer', 'auditor', 'partner-officer'],
  },
  'green-travel.settle': {
    zh: '对账、认定差异和结算',
    en: 'reconcile months, decide differences and settle',
    roles: ['city-officer', 'finance-officer'],
  },
  'green-travel.answer': {
    zh: '代表公交公司答复差异',
    en: 'answer differences for the bus company',
    roles: ['partner-officer'],
  },
} satisfies Permissions
