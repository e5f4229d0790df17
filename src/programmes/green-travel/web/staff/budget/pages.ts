import type { Page } from '#platform/client/page.ts'

/** The desk's page of the programme's money. */
export const budgetPages: readonly Page[] = [
  {
    path: '/staff/green-travel/budget',
    face: 'staff',
    title: { zh: '乘车预算', en: 'Budget for rides' },
    load: () => import('./budget-page.tsx'),
    menu: {
      label: { zh: '乘车预算', en: 'Budget' },
      icon: 'chart',
      order: 30,
      group: { zh: '公交乘车', en: 'Bus rides' },
      permissions: ['green-travel.read'],
    },
  },
]
