import { Failure, type Problem } from '#platform/failures.ts'
import type { DocumentKind } from '../contract.ts'
import { readDocument, type Document } from './rules/document.ts'
import { readPersonName } from './rules/person-name.ts'
import { readPhone } from './rules/phone.ts'

/** One person's identity as typed or imported. */
export type Identity = {
  readonly name: string
  readonly documentKind: DocumentKind
  readonly documentNumber: string
  readonly phone?: string | null | undefined
}

export type ReadIdentity = {
  readonly name: string
  readonly document: Document
  readonly phone: string | null
}

export type IdentityVerdict =
  | { readonly good: ReadIdentity; readonly problems?: undefined }
  | { readonly good?: undefined; readonly problems: readonly Problem[] }

/** What a check needs to know of the place and the day; ask once for a whole roster. */
export type Surroundings = { readonly today: string; readonly demo: boolean }

/** Pure: every field of one identity, with every problem at once. */
export function checkIdentity(identity: Identity, at: Surroundings): IdentityVerdict {
  const name = readPersonName(identity.name)
  const document = readDocument(identity.documentKind, identity.documentNumber, at)
  const phone = identity.phone == null || identity.phone === '' ? null : readPhone(identity.phone)
  const problems = [name.problem, document.problem, phone === undefined ? wrongPhone : undefined].filter(
    (problem) => problem !== undefined,
  )
  if (name.good === undefined || document.good === undefined || phone === undefined) return { problems }
  return { good: { name: name.good, document: document.good, phone } }
}

export const wrongPhone: Problem = {
  field: 'phone',
  code: 'phone',
  reason: { zh: '请填11位手机号。', en: 'A mobile number has 11 digits.' },
  accepted: { zh: '例如 13800000000', en: 'such as 13800000000' },
}

export function refuseIdentity(problems: readonly Problem[]): Failure {
  return new Failure(422, 'identity', problems[0]!.reason, problems)
}
