import type { Page } from '#platform/client/page.ts'

export const memberPages: readonly Page[] = []
