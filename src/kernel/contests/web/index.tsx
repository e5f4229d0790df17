import type { Page } from '#platform/client/page.ts'
import { judgePages } from './judge/pages.ts'

export const pages: readonly Page[] = [...judgePages]
