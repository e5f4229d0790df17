import { operations, type Permissions } from '#platform/contract.ts'
import { memberPermissions, members } from './contract-members.ts'
import { roster, rosterPermissions } from './contract-roster.ts'
import { unionPermissions, unions } from './contract-unions.ts'

export const membershipPermissions = {
  ...memberPermissions,
  ...unionPermissions,
  ...rosterPermissions,
} satisfies Permissions

/** The programme's table of contents: how people join and move, how unions are founded, the real-name roster. */
export const membership = operations('membership', { ...members, ...unions, ...roster })
