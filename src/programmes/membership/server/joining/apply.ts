import { activeMembership } from '#kernel/memberships/index.ts'
import { act, findOpenCase, openCase } from '#kernel/review/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { employmentWords, type Employment } from '../../rules/employment.ts'
import type { TransferLetter } from '../../shapes-members.ts'
import { shortNumber } from '../../rules/short-number.ts'
import { tables } from '../members-tables.ts'
import { readApplicant, sealApplicant, unsealed, type Applicant } from './applicant.ts'
import { getApplicationRow, noSuchApplication, requireAccount } from './applications.ts'
import { requirePlace } from './places.ts'
import { joiningProcedure, subjectOf } from './procedure.ts'
import { letterColumns } from './transfer-letter.ts'

/**
 * A wish to join. Somebody known is told at once that they belong to a union already; somebody who only typed a
 * document is answered alike whoever they are, since the answer would tell a stranger who is a member.
 */
export const applyToJoin: Handler<typeof membership.applyToJoin> = async (ctx, input) => {
  const { accountId, person } = requireAccount(ctx)
  const place = await requirePlace(ctx, input.organisationId)
  if (person !== null) await requireNoMember(ctx, person)
  return openApplication(ctx, {
    organisationId: place.organisationId,
    accountId,
    person,
    applicant: person === null ? await readApplicant(ctx, input) : null,
    employment: input.employment,
    source: input.code === undefined ? 'search' : 'poster',
    consents: input.consents,
    letter: input.letter,
  })
}

type NewApplication = {
  readonly organisationId: string
  readonly accountId: string
  /** Known, or `applicant` says who it is. */
  readonly person: PersonKey | null
  readonly applicant: Applicant | null
  readonly employment: Employment
  readonly source: 'poster' | 'search'
  readonly consents: readonly string[]
  readonly letter?: TransferLetter | undefined
}

/** Writes the wish down and opens its case; the caller has read and checked it. */
export async function openApplication(ctx: Context, wish: NewApplication) {
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('membership.application')
    .values({
      id,
      organisation_id: wish.organisationId,
      account_id: wish.accountId,
      person_bk: wish.person?.bk ?? null,
      person_id: wish.person?.id ?? null,
      ...(wish.applicant === null
        ? { document_kind: null, ...unsealed }
        : sealApplicant(ctx, wish.applicant)),
      employment: wish.employment,
      source: wish.source,
      consents: [...wish.consents],
      ...letterColumns(ctx, wish.letter),
      state: 'checking',
      applied_at: ctx.now,
      identity_check: null,
      forgotten_at: null,
    })
    .execute()
  const number = shortNumber(id)
  const { dueOn } = await openCase(ctx, joiningProcedure, {
    subject: subjectOf(id),
    organisationId: wish.organisationId,
    summary: `${number}号入会申请（${employmentWords[wish.employment].zh}）`,
    href: `/staff/members/applications/${id}`,
    applicantHref: '/membership',
  })
  return { id, number, dueOn }
}

/** Asked of people whose identity was proved, and of nobody else. */
async function requireNoMember(ctx: Context, person: PersonKey): Promise<void> {
  if ((await activeMembership(ctx, person)) === undefined) return
  throw conflict('member-already', {
    zh: '您已经是会员。要换到另一家工会，请办理会籍转移。',
    en: 'You are a member already. To come to another union, ask for a transfer.',
  })
}

/** What was sent back goes in again, with what was put right. */
export const sendApplicationAgain: Handler<typeof membership.sendApplicationAgain> = async (ctx, input) => {
  const { accountId, person } = requireAccount(ctx)
  const application = await getApplicationRow(ctx, input.id)
  if (application.accountId !== accountId) throw noSuchApplication()
  const retyped = input.name !== undefined || input.documentNumber !== undefined
  if (person === null && retyped) {
    const applicant = await readApplicant(ctx, input)
    await tables(ctx)
      .updateTable('membership.application')
      .set(sealApplicant(ctx, applicant))
      .where('id', '=', input.id)
      .execute()
  }
  await tables(ctx)
    .updateTable('membership.application')
    .set({ employment: input.employment, ...letterColumns(ctx, input.letter) })
    .where('id', '=', input.id)
    .execute()
  const open = await findOpenCase(ctx, joiningProcedure.id, subjectOf(input.id))
  if (open === undefined) throw noSuchApplication()
  await act(ctx, open.id, 'send-again', { seq: input.seq })
  const moved = await findOpenCase(ctx, joiningProcedure.id, subjectOf(input.id))
  return { dueOn: moved?.dueOn ?? null }
}
