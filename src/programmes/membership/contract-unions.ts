import type { Permissions } from '#platform/contract.ts'

export const unionPermissions = {} satisfies Permissions

/** How unions are founded, renewed and ended, and what supports them. */
export const unions = {}
