import type { Permissions } from '#platform/contract.ts'

export const rosterPermissions = {} satisfies Permissions

/** The real-name roster: read in, merged, exported. */
export const roster = {}
