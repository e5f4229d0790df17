import type { Page } from '#platform/client/page.ts'
import type { Text } from '#platform/text.ts'

const contests: Text = { zh: '比赛', en: 'Contests' }

/** What everybody reads: calls, results, the record of each round, and whether a certificate is genuine. */
export const publicPages: readonly Page[] = [
  {
    path: '/contests',
    face: 'public',
    title: contests,
    load: () => import('./contests-page.tsx'),
  },
  { path: '/contests/$contestId', face: 'public', title: contests, load: () => import('./contest-page.tsx') },
  {
    path: '/contests/$contestId/result',
    face: 'public',
    title: { zh: '比赛结果', en: 'Result of a contest' },
    load: () => import('./result-page.tsx'),
  },
  {
    path: '/contests/rounds/$roundId',
    face: 'public',
    title: { zh: '评分记录', en: 'Record of the scores' },
    load: () => import('./record-page.tsx'),
  },
  {
    path: '/contests/certificates/$code',
    face: 'public',
    title: { zh: '查验证书', en: 'Check a certificate' },
    load: () => import('./certificate-page.tsx'),
  },
]
