import type { Page } from '#platform/client/page.ts'

/** Entering a contest, and one's own entries. */
export const entrantPages: readonly Page[] = [
  {
    path: '/contests/$contestId/enter',
    face: 'member',
    title: { zh: '我要参赛', en: 'Enter' },
    load: () => import('./enter-page.tsx'),
  },
  {
    path: '/entries',
    face: 'member',
    title: { zh: '我的参赛作品', en: 'My entries' },
    load: () => import('./entries-page.tsx'),
  },
  {
    path: '/entries/$entryId',
    face: 'member',
    title: { zh: '参赛作品', en: 'My entry' },
    load: () => import('./entry-page.tsx'),
  },
]
