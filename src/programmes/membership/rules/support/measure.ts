import { monthsAfter } from '../terms/term-clock.ts'

/** When a part of the money is due. Facts are counted from the rolls on a day; nobody types them. */
export type Milestone =
  /** The union stands on the register. */
  | { readonly id: string; readonly kind: 'founded'; readonly amountFen: number }
  /** So many members are on its roll: so much for each, up to a limit. */
  | {
      readonly id: string
      readonly kind: 'members'
      readonly atLeast: number
      readonly perMemberFen: number
      readonly limitFen: number
      readonly newFormOnly: boolean
    }
  /** It still has so many members so many months after its founding. */
  | {
      readonly id: string
      readonly kind: 'kept'
      readonly months: number
      readonly atLeast: number
      readonly amountFen: number
    }

export type MilestoneFacts = {
  readonly measuredOn: string
  readonly foundedOn: string | null
  /** On the roll on that day. */
  readonly members: number
  readonly newFormMembers: number
}

export type Measured = {
  readonly isReached: boolean
  /** What is counted for it; 0 or 1 for a founding. */
  readonly counted: number
  readonly needed: number
  /** 0 until it is reached. */
  readonly amountFen: number
  /** The first day on which it can be reached, where the calendar decides. */
  readonly notBefore: string | null
}

export function measure(milestone: Milestone, facts: MilestoneFacts): Measured {
  if (milestone.kind === 'founded') return founded(milestone, facts)
  return milestone.kind === 'members' ? members(milestone, facts) : kept(milestone, facts)
}

function founded(
  { amountFen }: Extract<Milestone, { kind: 'founded' }>,
  { foundedOn, measuredOn }: MilestoneFacts,
): Measured {
  const isReached = foundedOn !== null && foundedOn <= measuredOn
  return {
    isReached,
    counted: isReached ? 1 : 0,
    needed: 1,
    amountFen: isReached ? amountFen : 0,
    notBefore: null,
  }
}

function members(milestone: Extract<Milestone, { kind: 'members' }>, facts: MilestoneFacts): Measured {
  const counted = milestone.newFormOnly ? facts.newFormMembers : facts.members
  const isReached = counted >= milestone.atLeast
  const amountFen = isReached ? Math.min(counted * milestone.perMemberFen, milestone.limitFen) : 0
  return { isReached, counted, needed: milestone.atLeast, amountFen, notBefore: null }
}

function kept(milestone: Extract<Milestone, { kind: 'kept' }>, facts: MilestoneFacts): Measured {
  const notBefore = facts.foundedOn === null ? null : monthsAfter(facts.foundedOn, milestone.months)
  const isReached = notBefore !== null && facts.measuredOn >= notBefore && facts.members >= milestone.atLeast
  return {
    isReached,
    counted: facts.members,
    needed: milestone.atLeast,
    amountFen: isReached ? milestone.amountFen : 0,
    notBefore,
  }
}

/** The most that one union can get under a policy. */
export const mostFen = (milestones: readonly Milestone[]): number =>
  milestones.reduce((sum, one) => sum + (one.kind === 'members' ? one.limitFen : one.amountFen), 0)
