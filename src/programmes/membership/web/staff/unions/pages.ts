import type { Page } from '#platform/client/page.ts'

/** The desk's pages of unions: founding, terms, support. */
export const unionPages: readonly Page[] = []
