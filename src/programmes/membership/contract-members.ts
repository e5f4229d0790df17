import type { Permissions } from '#platform/contract.ts'

export const memberPermissions = {} satisfies Permissions

/** How people join, move, stay and leave, and the card that they carry. */
export const members = {}
