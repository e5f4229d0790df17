import type { Page } from '#platform/client/page.ts'
import { memberPages } from './member/pages.ts'
import { memberUnionPages } from './member-unions/pages.ts'
import { rosterPages } from './staff/roster/pages.ts'
import { unionPages } from './staff/unions/pages.ts'
import { rollPages } from './staff/roll/pages.ts'

/** Every page of the programme: what members see first, then the desk. */
export const pages: readonly Page[] = [
  ...memberPages,
  ...memberUnionPages,
  ...rollPages,
  ...unionPages,
  ...rosterPages,
]
