import type { Page } from '#platform/client/page.ts'
import type { Text } from '#platform/text.ts'

const title: Text = { zh: '评审', en: 'Judging' }

export const judgePages: readonly Page[] = [
  { path: '/contests/judging', face: 'member', title, load: () => import('./judging-page.tsx') },
  { path: '/contests/judging/$taskId', face: 'member', title, load: () => import('./task-page.tsx') },
]
