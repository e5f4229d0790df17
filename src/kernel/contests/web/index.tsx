import type { Page } from '#platform/client/page.ts'
import { entrantPages } from './entrant/pages.ts'
import { judgePages } from './judge/pages.ts'
import { publicPages } from './public/pages.ts'
import { staffPages } from './staff/pages.ts'

export const pages: readonly Page[] = [...staffPages, ...judgePages, ...publicPages, ...entrantPages]
