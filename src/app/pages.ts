import type { Page } from '#platform/client/page.ts'

/** Every page of every module. A programme's folder and two lines (here and in `modules.ts`) are all it takes. */
export const pages: readonly Page[] = []
