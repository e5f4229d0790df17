import type { Context } from '#platform/context.ts'
import type { NoticeDraft } from './shapes.ts'
import type { Procedure } from './rules/procedure.ts'
import type { ReviewCase } from './server/case.ts'

/** A procedure with what its programme does about it. */
export type ReviewedProcedure = {
  readonly procedure: Procedure
  /**
   * Runs in the transaction of the action that led to `state`, the first included. A refusal thrown here undoes
   * the action.
   */
  readonly onState?: (ctx: Context, reviewCase: ReviewCase, state: string) => Promise<void>
  /** Whether the caller acts for the applicant, such as a keeper for the unit that applied. Asked besides the applicant. */
  readonly actsForApplicant?: (ctx: Context, reviewCase: ReviewCase) => Promise<boolean>
  /** What a move that opens a notice publishes, where the officer need not write it. */
  readonly draftNotice?: (ctx: Context, reviewCase: ReviewCase) => Promise<NoticeDraft>
  /** How many working days its notice runs, where what it is about says so; otherwise the move does. */
  readonly noticeWorkingDays?: (ctx: Context, reviewCase: ReviewCase) => Promise<number>
}

/** What a programme's manifest carries besides the platform's fields. */
export type ProcedureSource = { readonly procedures: readonly ReviewedProcedure[] }
