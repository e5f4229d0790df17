import type { Permissions } from '#platform/contract.ts'

export const contestPermissions = {
  'contests.run': {
    zh: '举办比赛：定规则、请评委、开轮次',
    en: 'run contests: rules, judges, rounds',
    roles: ['city-officer', 'county-officer'],
  },
  'contests.decide': {
    zh: '截止评分，裁定并列，公示和公布结果',
    en: 'close rounds, decide ties, put the result on notice and let it stand',
    roles: ['city-officer', 'county-officer'],
  },
  'contests.read': {
    zh: '查看本级和下级的比赛',
    en: 'see contests of the unit and those below',
    roles: ['city-officer', 'county-officer', 'auditor'],
  },
  'contests.export': {
    zh: '导出比赛名单和证书',
    en: 'export lists and certificates of contests',
    roles: ['city-officer', 'county-officer'],
  },
  'contests.enter-unit': {
    zh: '代表本单位参赛',
    en: 'enter a unit in a contest',
    roles: ['grassroots-officer'],
  },
} satisfies Permissions
