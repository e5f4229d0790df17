import type { Page } from '#platform/client/page.ts'
import { budgetPages } from './budget/pages.ts'
import { partnerPages } from './partners/pages.ts'
import { settlementPages } from './settlement/pages.ts'

export const staffPages: readonly Page[] = [...budgetPages, ...settlementPages, ...partnerPages]
