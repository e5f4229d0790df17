import type { Page } from '#platform/client/page.ts'

const group = { zh: '建会', en: 'Unions' }

/** The desk's pages of unions: founding, terms, support. */
export const unionPages: readonly Page[] = [
  {
    path: '/staff/unions',
    face: 'staff',
    title: { zh: '工会台账', en: 'Unions' },
    load: () => import('./unions-page.tsx'),
    menu: {
      label: { zh: '工会台账', en: 'Unions' },
      icon: 'organisation',
      order: 25,
      group,
      permissions: ['membership.read-unions'],
    },
  },
  {
    path: '/staff/unions/foundings',
    face: 'staff',
    title: { zh: '建会申请', en: 'Applications to found' },
    load: () => import('./foundings-page.tsx'),
    menu: {
      label: { zh: '建会申请', en: 'Applications' },
      icon: 'document',
      order: 26,
      group,
      permissions: ['membership.read-unions'],
    },
  },
  {
    path: '/staff/unions/foundings/$foundingId',
    face: 'staff',
    title: { zh: '建会申请', en: 'An application' },
    load: () => import('./founding-page.tsx'),
  },
  {
    path: '/staff/unions/terms',
    face: 'staff',
    title: { zh: '换届', en: 'Terms' },
    load: () => import('./terms-page.tsx'),
    menu: {
      label: { zh: '换届', en: 'Terms' },
      icon: 'clock',
      order: 27,
      group,
      permissions: ['membership.read-unions'],
    },
  },
  {
    path: '/staff/unions/support',
    face: 'staff',
    title: { zh: '建会扶持', en: 'Support' },
    load: () => import('./support/support-page.tsx'),
    menu: {
      label: { zh: '建会扶持', en: 'Support' },
      icon: 'chart',
      order: 28,
      group,
      permissions: ['membership.read-support'],
    },
  },
  {
    path: '/staff/unions/claims/$claimId',
    face: 'staff',
    title: { zh: '扶持申领', en: 'A claim' },
    load: () => import('./support/claim-page.tsx'),
  },
  {
    path: '/staff/unions/projects/$projectId',
    face: 'staff',
    title: { zh: '扶持项目', en: 'A project' },
    load: () => import('./support/project-page.tsx'),
  },
  {
    path: '/staff/unions/$unionId',
    face: 'staff',
    title: { zh: '工会', en: 'A union' },
    load: () => import('./union/union-page.tsx'),
  },
]
