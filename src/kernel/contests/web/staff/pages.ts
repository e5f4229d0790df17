import type { Page } from '#platform/client/page.ts'
import type { Text } from '#platform/text.ts'

const contests: Text = { zh: '比赛', en: 'Contests' }

/** The organiser's pages, in the order in which a contest runs. */
export const staffPages: readonly Page[] = [
  {
    path: '/staff/contests',
    face: 'staff',
    title: contests,
    load: () => import('./list-page.tsx'),
    menu: {
      label: contests,
      icon: 'book',
      order: 40,
      group: { zh: '比赛和活动', en: 'Contests and activities' },
      permissions: ['contests.read'],
    },
  },
  {
    path: '/staff/contests/new',
    face: 'staff',
    title: { zh: '新建比赛', en: 'New contest' },
    load: () => import('./form/new-page.tsx'),
  },
  {
    path: '/staff/contests/$contestId',
    face: 'staff',
    title: contests,
    load: () => import('./desk/desk-page.tsx'),
  },
  {
    path: '/staff/contests/$contestId/rules',
    face: 'staff',
    title: { zh: '规则', en: 'Rules' },
    load: () => import('./form/rules-page.tsx'),
  },
  {
    path: '/staff/contests/$contestId/rounds/$roundId',
    face: 'staff',
    title: { zh: '名次和并列', en: 'Ranking and ties' },
    load: () => import('./round/round-page.tsx'),
  },
  {
    path: '/staff/contests/$contestId/result',
    face: 'staff',
    title: { zh: '结果', en: 'Result' },
    load: () => import('./result/result-page.tsx'),
  },
]
