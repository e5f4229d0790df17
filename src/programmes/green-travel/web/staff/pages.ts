import type { Page } from '#platform/client/page.ts'
import { settlementPages } from './settlement/pages.ts'

export const staffPages: readonly Page[] = [...settlementPages]
