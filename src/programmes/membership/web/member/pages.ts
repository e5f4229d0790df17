import type { Page } from '#platform/client/page.ts'

/** Joining, one's own membership, moving, and the card. */
export const memberPages: readonly Page[] = []
