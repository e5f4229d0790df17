import type { Page } from '#platform/client/page.ts'

const founding = { zh: '我要建会', en: 'Found a union' }

/** What whoever founds a union sees, and whoever's union ends; on a phone and at a desk alike. */
export const memberUnionPages: readonly Page[] = [
  { path: '/unions', face: 'member', title: founding, load: () => import('./foundings-page.tsx') },
  { path: '/unions/found', face: 'member', title: founding, load: () => import('./apply-page.tsx') },
  {
    path: '/unions/found/$foundingId',
    face: 'member',
    title: { zh: '建会申请', en: 'An application' },
    load: () => import('./founding-page.tsx'),
  },
  {
    path: '/unions/found/$foundingId/correct',
    face: 'member',
    title: { zh: '补正申请', en: 'Correct an application' },
    load: () => import('./correct-page.tsx'),
  },
  {
    path: '/unions/dissolution',
    face: 'member',
    title: { zh: '我的工会将撤销', en: 'My union is to end' },
    load: () => import('./dissolution-page.tsx'),
  },
]
