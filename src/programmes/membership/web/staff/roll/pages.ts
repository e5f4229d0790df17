import type { Page } from '#platform/client/page.ts'

const group = { zh: '会员', en: 'Members' }

/** The desk's pages of members: applications, members, transfers, posters. */
export const rollPages: readonly Page[] = [
  {
    path: '/staff/members/applications',
    face: 'staff',
    title: { zh: '入会申请', en: 'Applications' },
    load: () => import('./applications-page.tsx'),
    menu: {
      label: { zh: '入会申请', en: 'Applications' },
      icon: 'document',
      order: 20,
      group,
      permissions: ['membership.read'],
    },
  },
  {
    path: '/staff/members/applications/$id',
    face: 'staff',
    title: { zh: '入会申请', en: 'Application' },
    load: () => import('./application-page.tsx'),
  },
  {
    path: '/staff/members/transfers',
    face: 'staff',
    title: { zh: '会籍转移', en: 'Transfers' },
    load: () => import('./transfers-page.tsx'),
    menu: {
      label: { zh: '会籍转移', en: 'Transfers' },
      icon: 'arrow-right',
      order: 21,
      group,
      permissions: ['membership.read'],
    },
  },
  {
    path: '/staff/members/transfers/$id',
    face: 'staff',
    title: { zh: '会籍转移', en: 'Transfer' },
    load: () => import('./transfer-page.tsx'),
  },
  {
    path: '/staff/members',
    face: 'staff',
    title: { zh: '会员', en: 'Members' },
    load: () => import('./members-page.tsx'),
    menu: {
      label: { zh: '会员', en: 'Members' },
      icon: 'users',
      order: 22,
      group,
      permissions: ['memberships.read'],
    },
  },
  {
    path: '/staff/members/posters',
    face: 'staff',
    title: { zh: '入会二维码', en: 'Join codes' },
    load: () => import('./posters-page.tsx'),
    menu: {
      label: { zh: '入会二维码', en: 'Join codes' },
      icon: 'qr',
      order: 23,
      group,
      permissions: ['membership.join-codes'],
    },
  },
  {
    path: '/staff/members/$bucket/$personId',
    face: 'staff',
    title: { zh: '会员', en: 'Member' },
    load: () => import('./member-page.tsx'),
  },
]
