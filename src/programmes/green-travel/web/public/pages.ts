import type { Page } from '#platform/client/page.ts'

export const publicPages: readonly Page[] = [
  {
    path: '/green-travel/said',
    face: 'public',
    title: { zh: '1分钱乘公交：说的和记的', en: 'One-fen rides: said and recorded' },
    load: () => import('./said-page.tsx'),
  },
]
