import type { Page } from '#platform/client/page.ts'

export const pages: readonly Page[] = [
  {
    path: '/me/messages',
    face: 'member',
    title: { zh: '消息', en: 'Messages' },
    load: () => import('./my-messages-page.tsx'),
  },
]
