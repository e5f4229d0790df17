import type { Permissions } from '#platform/contract.ts'

export const contestPermissions = {
  'contests.run': {
    zh: '举办比赛：定规则、请评委、开轮次',
    en: 'run contests: rules, judges, rounds',
    roles: ['city-officer', 'county-officer'],
  },
  'contests.decide': {
    zh: '截止评分，裁定并列',
    en: 'close rounds and decide ties',
    roles: ['city-officer', 'county-officer'],
  },
  'contests.read': {
    zh: '查看本级和下级的比赛',
    en: 'see contests of the unit and those below',
    roles: ['city-officer', 'county-officer', 'auditor'],
  },
} satisfies Permissions
