import {
  checkIdentity,
  maskDocument,
  maskName,
  readResidentId,
  surroundings,
  type Surroundings,
} from '#kernel/people/index.ts'
import type { DocumentKind } from '#kernel/people/contract.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { Failure, invalid, type Problem } from '#platform/failures.ts'
import { blindIndex, decrypt, encrypt } from '#platform/keys.ts'
import { isOfWorkingAge, WORKING_AGE_YEARS } from '../../rules/working-age.ts'

/** Who applies, as typed and read; kept sealed until somebody has compared it with its holder. */
export type Applicant = {
  readonly name: string
  readonly documentKind: DocumentKind
  readonly documentNumber: string
}

type Typed = {
  readonly name?: string | undefined
  readonly documentKind: DocumentKind
  readonly documentNumber?: string | undefined
}

/**
 * Reads what was typed: full-width digits, blanks and a number of fifteen digits are made good; every fault is named
 * by its field. Nothing is looked up: whoever types a document has not shown that it is theirs.
 */
export async function readApplicant(ctx: Context, typed: Typed): Promise<Applicant> {
  const missing = [
    ...(typed.name === undefined ? [needed('name', '请填写姓名。', 'A name is needed.')] : []),
    ...(typed.documentNumber === undefined
      ? [needed('documentNumber', '请填写证件号码。', 'A document number is needed.')]
      : []),
  ]
  if (missing.length > 0) throw new Failure(422, 'identity', missing[0]!.reason, missing)
  const at = await surroundings(ctx)
  const verdict = checkIdentity(
    { name: typed.name!, documentKind: typed.documentKind, documentNumber: typed.documentNumber! },
    at,
  )
  if (verdict.good === undefined)
    throw new Failure(422, 'identity', verdict.problems[0]!.reason, verdict.problems)
  const { name, document } = verdict.good
  requireAge(document, at)
  return { name, documentKind: document.kind, documentNumber: document.number }
}

const needed = (field: string, zh: string, en: string): Problem => ({ field, reason: { zh, en } })

function requireAge(document: { kind: DocumentKind; number: string }, at: Surroundings): void {
  if (document.kind !== 'resident-id') return
  const read = readResidentId(document.number, at)
  if (read.good === undefined || isOfWorkingAge(read.good.bornOn, at.today)) return
  throw invalid('too-young', {
    field: 'documentNumber',
    reason: {
      zh: `未满${WORKING_AGE_YEARS}周岁不能参加工作，也不能入会（劳动法第十五条）。`,
      en: `Nobody under ${WORKING_AGE_YEARS} may be employed, nor join (Labour Law, article 15).`,
    },
  })
}

const PURPOSE = 'membership-application'

export function sealApplicant({ config }: Pick<Context, 'config'>, applicant: Applicant) {
  const { keys } = config
  return {
    document_kind: applicant.documentKind,
    name_sealed: encrypt(keys, PURPOSE, applicant.name),
    document_sealed: encrypt(keys, PURPOSE, applicant.documentNumber),
    // An index of its own: compared with the register's it would say who is known there.
    document_index: blindIndex(keys, PURPOSE, `${applicant.documentKind}:${applicant.documentNumber}`),
  }
}

/** What goes once the register knows who it is. */
export const unsealed = { name_sealed: null, document_sealed: null, document_index: null } as const

/** What goes where nothing came of it: the letter too, which otherwise stays as the grounds of an admission. */
export const forgotten = { ...unsealed, letter_from: null, letter_number: null, letter_on: null } as const

export type SealedApplicant = {
  readonly document_kind: DocumentKind | null
  readonly name_sealed: Buffer | null
  readonly document_sealed: Buffer | null
}

/** Undefined once it was taken away, or where a known person applied. */
export function openApplicant(
  { config }: Pick<Context, 'config'>,
  { document_kind, name_sealed, document_sealed }: SealedApplicant,
): Applicant | undefined {
  if (document_kind === null || name_sealed === null || document_sealed === null) return undefined
  return {
    name: decrypt(config.keys, PURPOSE, name_sealed),
    documentKind: document_kind,
    documentNumber: decrypt(config.keys, PURPOSE, document_sealed),
  }
}

export const maskedApplicant = (applicant: Applicant) => ({
  maskedName: maskName(applicant.name),
  maskedDocument: maskDocument(applicant.documentKind, applicant.documentNumber),
})

export const today = (ctx: Pick<Context, 'now'>) => cityDay(ctx.now)
