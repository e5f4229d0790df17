import type { Page } from '#platform/client/page.ts'

/** The member's pages: the code, and the rides. */
export const memberPages: readonly Page[] = [
  {
    path: '/ride',
    face: 'member',
    title: { zh: '乘车码', en: 'Ride code' },
    load: () => import('./ride-code-page.tsx'),
    menu: { label: { zh: '乘车', en: 'Ride' }, icon: 'qr', order: 5 },
  },
  {
    path: '/ride/mine',
    face: 'member',
    title: { zh: '我的乘车', en: 'My rides' },
    load: () => import('./my-rides-page.tsx'),
  },
]
