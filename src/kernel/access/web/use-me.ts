import type { OutputOf } from '#platform/contract.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { access } from '../contract.ts'

export type Me = OutputOf<typeof access.me>

const ASKED_EVERY_SECONDS = 300

/** Who is signed in and what they hold; asked again every five minutes, so that a role that ended is noticed. */
export const useMe = () => useAnswer(access.me, {}, { everySeconds: ASKED_EVERY_SECONDS })

/** Whether the permission is held anywhere. The server decides; this only spares people buttons that refuse. */
export const holdsSomewhere = (me: Me | undefined, permission: string): boolean =>
  me?.permissions.some((held) => held.permission === permission) ?? false
