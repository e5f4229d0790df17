import type { PersonKey } from '#platform/context.ts'

/** A case with where it stands: what hooks and front-door functions are handed. */
export type ReviewCase = {
  readonly id: string
  /** The procedure's id. */
  readonly procedure: string
  readonly subject: string
  readonly summary: string
  readonly organisationId: string
  readonly organisationName: string
  readonly organisationPath: string
  readonly href: string | null
  readonly applicantHref: string | null
  /** Null where nobody applied, or only an account is known. */
  readonly applicant: PersonKey | null
  readonly applicantAccount: string | null
  /** `person:…`, `account:…` or `nobody`, as the database compares them. */
  readonly applicantWord: string
  readonly proposerWord: string
  readonly openedAt: Date
  readonly state: string
  /** The number of the last action. */
  readonly seq: number
  readonly isOpen: boolean
  readonly since: Date
  readonly dueOn: string | null
  readonly dueBeyondPublished: boolean
  readonly assignee: PersonKey | null
}

/** What stands behind the kind in `<module>.<noun>:<id>`. */
export const subjectIdOf = ({ subject }: Pick<ReviewCase, 'subject'>): string =>
  subject.slice(subject.indexOf(':') + 1)
