import type { Page } from '#platform/client/page.ts'
import type { Text } from '#platform/text.ts'

const title: Text = { zh: '活动', en: 'Activities' }

export const pages: readonly Page[] = [
  { path: '/activities', face: 'member', title, load: () => import('./member/activities-page.tsx') },
  { path: '/activities/$id', face: 'member', title, load: () => import('./member/activity-page.tsx') },
  {
    path: '/a/$code',
    face: 'member',
    title: { zh: '活动签到', en: 'Check in' },
    load: () => import('./member/check-in-page.tsx'),
  },
  {
    path: '/staff/activities',
    face: 'staff',
    title,
    load: () => import('./staff/activities-page.tsx'),
    menu: {
      label: title,
      icon: 'calendar',
      order: 30,
      group: { zh: '比赛和活动', en: 'Contests and activities' },
      permissions: ['activities.read'],
    },
  },
  { path: '/staff/activities/$id', face: 'staff', title, load: () => import('./staff/activity-page.tsx') },
]
