import type { Page } from '#platform/client/page.ts'

/** Joining, one's own membership, moving, and the card. */
export const memberPages: readonly Page[] = [
  {
    path: '/join',
    face: 'member',
    title: { zh: '加入工会', en: 'Join the union' },
    load: () => import('./find-page.tsx'),
  },
  {
    // Short, because it is printed as a QR code on posters.
    path: '/join/$code',
    face: 'member',
    title: { zh: '加入工会', en: 'Join the union' },
    load: () => import('./join-page.tsx'),
  },
  {
    path: '/join/union/$organisationId',
    face: 'member',
    title: { zh: '加入工会', en: 'Join the union' },
    load: () => import('./join-union-page.tsx'),
  },
  {
    path: '/membership',
    face: 'member',
    title: { zh: '我的会籍', en: 'My membership' },
    load: () => import('./membership-page.tsx'),
  },
  {
    path: '/membership/move',
    face: 'member',
    title: { zh: '转移会籍', en: 'Move my membership' },
    load: () => import('./move-page.tsx'),
  },
  {
    path: '/card',
    face: 'member',
    title: { zh: '会员证', en: 'My card' },
    load: () => import('./card-page.tsx'),
  },
  {
    // Short, because every card's code leads here.
    path: '/v/$serial',
    face: 'member',
    title: { zh: '核验会员证', en: 'Is this card good?' },
    load: () => import('./verify-page.tsx'),
  },
  {
    path: '/v',
    face: 'member',
    title: { zh: '核验会员证', en: 'Is this card good?' },
    load: () => import('./verify-page.tsx'),
  },
]
