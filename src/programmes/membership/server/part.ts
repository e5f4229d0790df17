import type { Figure } from '#kernel/figures/index.ts'
import type { UploadPurpose } from '#kernel/files/index.ts'
import type { ModuleWithLedgerSubjects } from '#kernel/ledger/index.ts'
import type { ReviewedProcedure } from '#kernel/review/index.ts'
import type { Handler, Module } from '#platform/module.ts'

/**
 * One of the programme's three areas: members, unions, roster. Each brings what a manifest would; `module.ts` puts
 * them together.
 */
export type Part = Pick<
  Module,
  'refusals' | 'jobs' | 'demo' | 'workList' | 'handOver' | 'forget' | 'holdings' | 'personColumns'
> &
  ModuleWithLedgerSubjects & {
    readonly handlers: Readonly<Record<string, Handler<any>>>
    readonly procedures?: readonly ReviewedProcedure[]
    readonly figures?: readonly Figure[]
    readonly uploads?: readonly UploadPurpose[]
  }
