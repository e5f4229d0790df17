import type { Page } from '#platform/client/page.ts'

export const claimPages: readonly Page[] = [
  {
    path: '/claims',
    face: 'public',
    title: { zh: '说过的数字', en: 'What was said' },
    load: () => import('./claims-page.tsx'),
  },
  {
    path: '/claims/$id',
    face: 'public',
    title: { zh: '一个说法', en: 'A claim' },
    load: () => import('./claim-page.tsx'),
  },
  {
    path: '/staff/claims',
    face: 'staff',
    title: { zh: '对外说法', en: 'Claims' },
    load: () => import('./staff-claims-page.tsx'),
    menu: {
      label: { zh: '对外说法', en: 'Claims' },
      icon: 'target',
      order: 51,
      permissions: ['claims.read'],
    },
  },
]
