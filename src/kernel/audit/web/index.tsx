import type { Page } from '#platform/client/page.ts'

export const pages: readonly Page[] = [
  {
    path: '/staff/audit',
    face: 'staff',
    title: { zh: '审计日志', en: 'Audit log' },
    load: () => import('./audit-page.tsx'),
    menu: {
      label: { zh: '审计日志', en: 'Audit log' },
      icon: 'list',
      order: 90,
      group: { zh: '账目与系统', en: 'Books and system' },
      permissions: ['audit.read'],
    },
  },
  {
    path: '/me/looked',
    face: 'member',
    title: { zh: '谁看过我的信息', en: 'Who looked at me' },
    load: () => import('./who-looked-page.tsx'),
  },
]
