import type { Permissions } from '#platform/contract.ts'

export const accessPermissions = {
  'access.grant': {
    zh: '授予和收回角色（不超过自己拥有的权限）',
    en: 'give and end roles, within one’s own permissions',
    roles: ['city-officer', 'county-officer'],
  },
  'access.grant-independent': {
    zh: '授予自己不具备其权限的角色，如审计员、督查员',
    en: 'give roles whose permissions one does not hold, such as auditor or inspector',
    roles: ['city-officer'],
  },
  'access.read-grants': {
    zh: '查看角色与授权记录',
    en: 'see roles and who holds them',
    roles: ['city-officer', 'county-officer', 'auditor'],
  },
  'access.offboard': {
    zh: '办理工作人员离岗交接',
    en: 'offboard an officer who leaves',
    roles: ['city-officer', 'county-officer'],
  },
  'access.partner-keys': {
    zh: '管理合作方密钥',
    en: 'keep the keys of partners’ machines',
    roles: ['city-officer'],
  },
} satisfies Permissions
