import type { Page } from '#platform/client/page.ts'

const cases = { zh: '办件', en: 'Cases' }
const notices = { zh: '公示', en: 'Public notices' }
const calendar = { zh: '工作日历', en: 'Working calendar' }

export const pages: readonly Page[] = [
  {
    path: '/staff/cases',
    face: 'staff',
    title: cases,
    load: () => import('./cases-page.tsx'),
    menu: { label: cases, icon: 'document', order: 5 },
  },
  { path: '/staff/cases/$caseId', face: 'staff', title: cases, load: () => import('./case-page.tsx') },
  {
    path: '/staff/calendar',
    face: 'staff',
    title: calendar,
    load: () => import('./calendar-page.tsx'),
    menu: {
      label: calendar,
      icon: 'calendar',
      order: 80,
      group: { zh: '账目与系统', en: 'Books and system' },
      permissions: ['review.calendar'],
    },
  },
  {
    path: '/me/cases',
    face: 'member',
    title: { zh: '我的申请', en: 'What I applied for' },
    load: () => import('./my-cases-page.tsx'),
  },
  {
    path: '/me/cases/$caseId',
    face: 'member',
    title: { zh: '我的申请', en: 'What I applied for' },
    load: () => import('./my-case-page.tsx'),
  },
  {
    path: '/notices',
    face: 'public',
    title: notices,
    load: () => import('./notices-page.tsx'),
  },
  { path: '/notices/$noticeId', face: 'public', title: notices, load: () => import('./notice-page.tsx') },
]
