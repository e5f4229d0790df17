import type { Page } from '#platform/client/page.ts'

export const staffPages: readonly Page[] = []
