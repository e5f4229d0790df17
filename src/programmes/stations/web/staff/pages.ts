import type { Page } from '#platform/client/page.ts'

/** The desk's pages: stations table, detail, import. */
export const staffPages: readonly Page[] = []
