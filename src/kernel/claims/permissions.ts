import type { Permissions } from '#platform/contract.ts'

export const claimPermissions = {
  'claims.read': {
    zh: '查看对外说法与文稿',
    en: 'see claims and texts',
    roles: ['city-officer', 'county-officer', 'content-officer', 'auditor'],
  },
  'claims.write': {
    zh: '登记对外说法，起草文稿',
    en: 'record claims, write texts',
    roles: ['city-officer', 'county-officer', 'content-officer'],
  },
  'claims.publish': { zh: '批准文稿对外发布', en: 'approve a text for publication', roles: ['city-officer'] },
} satisfies Permissions
