import type { Actor } from '#platform/context.ts'

/** The columns that say who brought a file: an account, a partner's organisation, nobody for what a job made. */
export const uploaderOf = (actor: Actor) =>
  actor.kind === 'account'
    ? {
        account_id: actor.accountId,
        person_bk: actor.person?.bk ?? null,
        person_id: actor.person?.id ?? null,
      }
    : {
        account_id: null,
        person_bk: null,
        person_id: null,
        ...(actor.kind === 'partner' ? { organisation_id: actor.organisationId } : {}),
      }
