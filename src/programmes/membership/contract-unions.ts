import type { Permissions } from '#platform/contract.ts'
import { foundingOperations } from './contract-founding.ts'
import { supportOperations } from './contract-support.ts'
import { termOperations } from './contract-terms.ts'

export const unionPermissions = {
  'membership.read-unions': {
    zh: '查看建会申请、工会台账和届期',
    en: 'see applications to found unions, unions and their terms',
    roles: ['city-officer', 'county-officer', 'grassroots-officer', 'auditor'],
  },
  'membership.approve-unions': {
    zh: '审批建会、换届和工会变动',
    en: 'decide on founding, elections and changes of unions',
    roles: ['city-officer', 'county-officer'],
  },
  'membership.keep-union': {
    zh: '维护本工会情况，提出换届和变动',
    en: 'keep a union’s face, propose elections and changes',
    roles: ['city-officer', 'county-officer', 'grassroots-officer'],
  },
  'membership.read-support': {
    zh: '查看建会入会扶持',
    en: 'see support for founding and joining',
    roles: ['city-officer', 'county-officer', 'grassroots-officer', 'finance-officer', 'auditor'],
  },
  'membership.support-policies': {
    zh: '制定扶持政策，安排预算',
    en: 'make support policies and give them a budget',
    roles: ['city-officer', 'county-officer'],
  },
  'membership.claim-support': {
    zh: '申领扶持资金',
    en: 'claim support for a union',
    roles: ['city-officer', 'county-officer', 'grassroots-officer'],
  },
  'membership.check-support': {
    zh: '审核扶持申领',
    en: 'check claims for support',
    roles: ['city-officer', 'county-officer'],
  },
  'membership.pay-support': {
    zh: '支付扶持资金',
    en: 'pay what was approved',
    roles: ['finance-officer'],
  },
} satisfies Permissions

/** How unions are founded, renewed and ended, and what supports them. */
export const unions = { ...foundingOperations, ...termOperations, ...supportOperations }
