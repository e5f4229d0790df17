import type { Page } from '#platform/client/page.ts'

/** The desk's pages of members: applications, members, transfers. */
export const rollPages: readonly Page[] = []
