import type { Text } from '#platform/text.ts'
import type { NoticePurpose } from '../shapes.ts'

/** A length of time: working days by the published calendar, or calendar days. */
export type Term = { readonly workingDays: number } | { readonly days: number }

/** How a case ends. */
export type Outcome = 'granted' | 'refused' | 'withdrawn' | 'closed'

export type State = {
  readonly title: Text
  /** Whose turn it is: the applicant, the system, or whoever holds this permission at the case's unit or above. */
  readonly waitsFor?: string
  /** How long they have, from the day after the case came here. */
  readonly deadline?: Term
  /** This long after the deadline the case rises to those who hold the permission one level above, and so on. */
  readonly risesAfter?: Term
  /** Nothing follows but a dispute. */
  readonly terminal?: Outcome
}

export type Mover = 'applicant' | 'system' | { readonly permission: string }

/** `proposer`: neither who applied nor who opened the case. `any-earlier-actor`: nobody who moved it before. */
export type Excluded = 'proposer' | 'any-earlier-actor'

export type Dispute = {
  /** How long after the end the applicant may come back, each ground once. */
  readonly within: Term
  readonly grounds: Readonly<Record<string, Text>>
}

export type Move<S extends string = string> = {
  readonly id: string
  readonly from: readonly S[]
  readonly to: S
  /** A verb, as the button says it and the timeline repeats it: 同意, "Approve". */
  readonly title: Text
  readonly who: Mover
  readonly needsReason?: boolean
  readonly notBy?: readonly Excluded[]
  /** Making this move publishes a notice (公示) for so many working days. */
  readonly opensNotice?: { readonly workingDays: number; readonly purpose: NoticePurpose }
  /** Only once the case's notice has run its course, with every objection answered. */
  readonly afterNotice?: boolean
  readonly dispute?: Dispute
  /** Made by a command of the programme's own, which knows more than a reason; the case's page offers no button. */
  readonly inProgramme?: boolean
}

export type Draft<S extends string> = {
  /** `<module>.<procedure>`, such as `stations.application`. */
  readonly id: string
  readonly title: Text
  /** Where a case begins. */
  readonly initial: NoInfer<S>
  readonly states: Readonly<Record<S, State>>
  readonly moves: readonly Move<NoInfer<S>>[]
  /** Permissions that read these cases besides those that move them. */
  readonly readableBy?: readonly string[]
}

/** A checked procedure; only `defineProcedure` makes one. */
export type Procedure<S extends string = string> = Draft<S> & { readonly isChecked: true }
