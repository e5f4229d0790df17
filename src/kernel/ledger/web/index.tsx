import type { Page } from '#platform/client/page.ts'

export const pages: readonly Page[] = [
  {
    path: '/staff/ledger',
    face: 'staff',
    title: { zh: '账本', en: 'Ledger' },
    load: () => import('./accounts-page.tsx'),
    menu: {
      label: { zh: '账本', en: 'Ledger' },
      icon: 'columns',
      order: 85,
      group: { zh: '账目与系统', en: 'Books and system' },
      permissions: ['ledger.read'],
    },
  },
  {
    path: '/staff/ledger/$accountId',
    face: 'staff',
    title: { zh: '账户', en: 'Account' },
    load: () => import('./account-page.tsx'),
  },
]
