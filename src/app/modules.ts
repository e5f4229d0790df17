import type { Module } from '#platform/module.ts'
import { auditModule } from '#kernel/audit/index.ts'

/** Every module, in the order of who may stand on whom; migrations and demo data run in this order. */
export const modules: readonly Module[] = [auditModule]
