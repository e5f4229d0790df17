import type { Page } from '#platform/client/page.ts'

/** The desk's pages of the roster: reading in, merging, exporting. */
export const rosterPages: readonly Page[] = []
