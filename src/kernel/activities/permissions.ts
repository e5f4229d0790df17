import type { Permissions } from '#platform/contract.ts'

export const activityPermissions = {
  'activities.run': {
    zh: '举办活动：发布、改期、取消、签到、导出名单',
    en: 'run activities: announce, change, call off, check in, export the list',
    roles: ['city-officer', 'county-officer', 'grassroots-officer'],
  },
  'activities.read': {
    zh: '查看本级和下级的活动及名单',
    en: 'see activities of the unit and those below, with who signed up',
    roles: ['city-officer', 'county-officer', 'grassroots-officer', 'auditor'],
  },
} satisfies Permissions
