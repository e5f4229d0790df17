import type { Page } from '#platform/client/page.ts'
import { memberPages } from './member/pages.ts'
import { staffPages } from './staff/pages.ts'

/** Every page of the stations programme: people on the street first, then the desk. */
export const pages: readonly Page[] = [...memberPages, ...staffPages]
