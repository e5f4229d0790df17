import type { Page } from '#platform/client/page.ts'

export const pages: readonly Page[] = []
