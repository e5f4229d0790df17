import type { Page } from '#platform/client/page.ts'

const group = { zh: '组织、人员与权限', en: 'Unions, people and rights' }

export const pages: readonly Page[] = [
  {
    path: '/staff/people',
    face: 'staff',
    title: { zh: '人员', en: 'People' },
    load: () => import('./people-page.tsx'),
    menu: {
      label: { zh: '人员', en: 'People' },
      icon: 'users',
      order: 61,
      group,
      permissions: ['people.read'],
    },
  },
  {
    path: '/staff/people-requests',
    face: 'staff',
    title: { zh: '更正和删除申请', en: 'Requests' },
    load: () => import('./requests-page.tsx'),
    menu: {
      label: { zh: '更正和删除申请', en: 'Requests' },
      icon: 'edit',
      order: 62,
      group,
      permissions: ['people.correct'],
    },
  },
  {
    path: '/staff/people-duplicates',
    face: 'staff',
    title: { zh: '可能重复的人员', en: 'Possible duplicates' },
    load: () => import('./duplicates-page.tsx'),
    menu: {
      label: { zh: '重复与合并', en: 'Duplicates' },
      icon: 'users',
      order: 63,
      group,
      permissions: ['people.merge'],
    },
  },
  {
    path: '/staff/people-compare/$firstBucket/$firstId/$secondBucket/$secondId',
    face: 'staff',
    title: { zh: '并排查看', en: 'Compare' },
    load: () => import('./compare-page.tsx'),
  },
  {
    path: '/staff/people/$bucket/$personId',
    face: 'staff',
    title: { zh: '人员', en: 'Person' },
    load: () => import('./person-page.tsx'),
  },
  {
    path: '/me/data',
    face: 'member',
    title: { zh: '关于我的信息', en: 'What is held about me' },
    load: () => import('./my-data-page.tsx'),
  },
]
