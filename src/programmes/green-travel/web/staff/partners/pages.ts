import type { Page } from '#platform/client/page.ts'

const group = { zh: '公交乘车', en: 'Bus rides' }

/** The desk's pages of who takes part, and on what terms. */
export const partnerPages: readonly Page[] = [
  {
    path: '/staff/green-travel/companies',
    face: 'staff',
    title: { zh: '公司与读卡机', en: 'Companies and readers' },
    load: () => import('./companies-page.tsx'),
    menu: {
      label: { zh: '公司与读卡机', en: 'Companies' },
      icon: 'list',
      order: 36,
      group,
      permissions: ['green-travel.read'],
    },
  },
  {
    path: '/staff/green-travel/terms',
    face: 'staff',
    title: { zh: '乘车条件', en: 'Terms of rides' },
    load: () => import('./terms-page.tsx'),
    menu: {
      label: { zh: '乘车条件', en: 'Terms' },
      icon: 'document',
      order: 37,
      group,
      permissions: ['green-travel.read'],
    },
  },
]
