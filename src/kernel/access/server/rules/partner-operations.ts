import type { Operation } from '#platform/contract.ts'
import type { Module } from '#platform/module.ts'

/** What a partner's key may be scoped to, as the modules declare it. */
export const partnerOperations = (modules: readonly Module[]): Operation[] =>
  modules
    .flatMap((module) => Object.values(module.operations))
    .filter((operation) => operation.forPartners === true)
