import { invalid } from '#platform/failures.ts'
import type { OrganisationKind } from '../contract.ts'
import { creditCodeProblem } from '../rules/credit-code.ts'

/** Throws `credit-code` (422), which names what is wrong with the code. */
export function requireCreditCode(code: string, kind: OrganisationKind): void {
  const problem = creditCodeProblem(code, kind)
  if (problem !== undefined) throw invalid('credit-code', problem)
}
