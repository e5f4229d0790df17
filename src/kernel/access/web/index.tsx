import type { Page } from '#platform/client/page.ts'

const officers = { zh: '组织、人员与权限', en: 'Unions, people and rights' }

export const pages: readonly Page[] = [
  {
    path: '/sign-in',
    face: 'member',
    title: { zh: '登录', en: 'Sign in' },
    load: () => import('./sign-in-page.tsx'),
  },
  {
    path: '/demo',
    face: 'member',
    title: { zh: '演示身份', en: 'Demo people' },
    load: () => import('./demo-page.tsx'),
  },
  {
    path: '/me/sessions',
    face: 'member',
    title: { zh: '登录设备', en: 'Where I am signed in' },
    load: () => import('./sessions-page.tsx'),
  },
  {
    path: '/staff/roles',
    face: 'staff',
    title: { zh: '角色与授权', en: 'Roles' },
    load: () => import('./roles-page.tsx'),
    menu: {
      label: { zh: '角色与授权', en: 'Roles' },
      icon: 'lock',
      order: 80,
      group: officers,
      permissions: ['access.read-grants'],
    },
  },
  {
    path: '/staff/officers/leave',
    face: 'staff',
    title: { zh: '离岗交接', en: 'Officers who leave' },
    load: () => import('./leave-page.tsx'),
    menu: {
      label: { zh: '离岗交接', en: 'Officers who leave' },
      icon: 'users',
      order: 81,
      group: officers,
      permissions: ['access.offboard'],
    },
  },
  {
    path: '/staff/partner-keys',
    face: 'staff',
    title: { zh: '合作方密钥', en: 'Partners’ keys' },
    load: () => import('./partner-keys-page.tsx'),
    menu: {
      label: { zh: '合作方密钥', en: 'Partners’ keys' },
      icon: 'link',
      order: 82,
      group: officers,
      permissions: ['access.partner-keys'],
    },
  },
]
