import type { Page } from '#platform/client/page.ts'
import { claimPages } from './claims/pages.ts'
import { draftPages } from './drafts/pages.ts'

export const pages: readonly Page[] = [...claimPages, ...draftPages]
