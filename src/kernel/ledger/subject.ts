import type { Text } from '#platform/text.ts'

/** What a subject's kind means to a reader, and the page that shows one. */
export type LedgerSubject = { readonly title: Text; readonly href?: (id: string) => string }

/**
 * Stands in a programme's manifest as `ledgerSubjects`, by the subject's kind, so that a statement leads to what caused
 * a line and this part knows no programme.
 */
export type ModuleWithLedgerSubjects = { readonly ledgerSubjects?: Readonly<Record<string, LedgerSubject>> }

type Told = { readonly subjectTitle: Text | null; readonly href: string | null }

export function subjectTeller(modules: readonly object[]): (subject: string) => Told {
  const known = new Map(
    modules.flatMap((module) => Object.entries((module as ModuleWithLedgerSubjects).ledgerSubjects ?? {})),
  )
  return (subject) => {
    const end = subject.indexOf(':')
    const found = known.get(subject.slice(0, end))
    return { subjectTitle: found?.title ?? null, href: found?.href?.(subject.slice(end + 1)) ?? null }
  }
}
