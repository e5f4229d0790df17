import type { Page } from '#platform/client/page.ts'
import { memberPages } from './member/pages.ts'
import { staffPages } from './staff/pages.ts'

export const pages: readonly Page[] = [...memberPages, ...staffPages]
