import type { Page } from '#platform/client/page.ts'

export const pages: readonly Page[] = [
  {
    path: '/staff/organisations',
    face: 'staff',
    title: { zh: '组织', en: 'Organisations' },
    load: () => import('./organisations-page.tsx'),
    menu: {
      label: { zh: '组织', en: 'Organisations' },
      icon: 'organisation',
      order: 60,
      group: { zh: '组织、人员与权限', en: 'Unions, people and rights' },
      permissions: ['organisations.read'],
    },
  },
  {
    path: '/staff/organisations/$organisationId',
    face: 'staff',
    title: { zh: '组织', en: 'Organisation' },
    load: () => import('./organisation-page.tsx'),
  },
]
