import type { Page } from '#platform/client/page.ts'

export const textPages: readonly Page[] = [
  {
    path: '/texts',
    face: 'public',
    title: { zh: '公布的文稿', en: 'Published texts' },
    load: () => import('./texts-page.tsx'),
  },
  {
    path: '/texts/$id',
    face: 'public',
    title: { zh: '一篇文稿', en: 'A published text' },
    load: () => import('./text-page.tsx'),
  },
]
