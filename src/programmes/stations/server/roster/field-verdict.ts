import type { Text } from '#platform/text.ts'

import type { RosterField, RosterFix, RosterProblem, Severity } from './roster-verdict.ts'

/** What one field came to. */
export interface FieldVerdict<T> {
  readonly value?: T
  readonly problems: readonly RosterProblem[]
}

export const nothing = { problems: [] } as const

/** Problems of one field, so that each is one line. */
export function problemOf(field: RosterField, value: string) {
  return (
    severity: Severity,
    code: string,
    reason: Text,
    more: { accepted?: Text; fix?: RosterFix } = {},
  ): RosterProblem => ({ field, code, value, severity, reason, ...more })
}
