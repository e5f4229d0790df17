import type { Page } from '#platform/client/page.ts'

export const pages: readonly Page[] = [
  {
    path: '/staff',
    face: 'staff',
    title: { zh: '待办', en: 'Work list' },
    load: () => import('./work-page.tsx'),
    menu: { label: { zh: '待办', en: 'Work list' }, icon: 'bell', order: 0 },
  },
]
