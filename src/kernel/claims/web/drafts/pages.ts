import type { Page } from '#platform/client/page.ts'

const drafts = { zh: '文稿', en: 'Texts' }

export const draftPages: readonly Page[] = [
  {
    path: '/staff/drafts',
    face: 'staff',
    title: drafts,
    load: () => import('./drafts-page.tsx'),
    menu: { label: drafts, icon: 'edit', order: 52, permissions: ['claims.read'] },
  },
  { path: '/staff/drafts/$id', face: 'staff', title: drafts, load: () => import('./draft-page.tsx') },
]
