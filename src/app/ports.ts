import type { Ports } from '#platform/context.ts'
import { makeAccess } from '#kernel/access/index.ts'
import { lineOf, record } from '#kernel/audit/index.ts'
import { unitPath } from '#kernel/organisations/index.ts'
import { modules } from './modules.ts'

/** What platform needs from the kernel. */
export const ports: Ports = { ...makeAccess(modules), unitPath, record, lineOf }
