import type { PersonKey } from '#platform/context.ts'

type Proposed = { readonly proposedByBk: number; readonly proposedById: string }

const isProposer = (proposal: Proposed, person: PersonKey) =>
  proposal.proposedByBk === person.bk && proposal.proposedById === person.id

/** Nobody approves or declines what they proposed themselves. */
export const mayDecide = (proposal: Proposed, person: PersonKey): boolean => !isProposer(proposal, person)

export const mayWithdraw = (proposal: Proposed, person: PersonKey): boolean => isProposer(proposal, person)
