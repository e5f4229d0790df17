import type { Page } from '#platform/client/page.ts'
import { claimPages } from './claims/pages.ts'
import { draftPages } from './drafts/pages.ts'
import { textPages } from './texts/pages.ts'

export const pages: readonly Page[] = [...claimPages, ...draftPages, ...textPages]
