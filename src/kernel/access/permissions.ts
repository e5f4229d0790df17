import type { Permissions } from '#platform/contract.ts'
import type { Text } from '#platform/text.ts'

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

export type RoleId = (typeof roleIds)[number]

export const roleIds = [
  'city-officer',
  'county-officer',
  'grassroots-officer',
  'auditor',
  'inspector',
  'finance-officer',
  'content-officer',
  'partner-officer',
] as const

/** Built-in roles: named lists of permissions, which the modules' manifests fill. */
export const roles: Readonly<Record<RoleId, Text & { readonly what: Text }>> = {
  'city-officer': role(
    '市总工会管理员',
    'City officer',
    '全市各项工作',
    'runs the programmes of the whole city',
  ),
  'county-officer': role(
    '县区工会干部',
    'County officer',
    '本县区各项工作',
    'runs the programmes of a county',
  ),
  'grassroots-officer': role(
    '基层工会干部',
    'Grassroots officer',
    '本单位工会工作',
    'keeps a grassroots union',
  ),
  auditor: role('审计员', 'Auditor', '查看、核对，不能办理', 'reads and verifies, changes nothing'),
  inspector: role('督查员', 'Inspector', '现场检查', 'inspects on the spot'),
  'finance-officer': role('财务人员', 'Finance officer', '复核与支付', 'checks and pays'),
  'content-officer': role('宣传编辑', 'Content officer', '文稿与图片', 'keeps texts and pictures'),
  'partner-officer': role(
    '合作单位人员',
    'Partner’s officer',
    '本单位与工会的往来，如公交公司',
    'acts for a partner, such as the bus company, in its own matters',
  ),
}

function role(zh: string, en: string, whatZh: string, whatEn: string): Text & { readonly what: Text } {
  return { zh, en, what: { zh: whatZh, en: whatEn } }
}

export const isRole = (word: string): word is RoleId => (roleIds as readonly string[]).includes(word)
