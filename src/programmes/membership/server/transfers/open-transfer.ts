import { activeMembership } from '#kernel/memberships/index.ts'
import { openCase } from '#kernel/review/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { shortNumber } from '../../rules/short-number.ts'
import { tables } from '../members-tables.ts'
import { acceptanceProcedure, releaseProcedure, transferSubject } from './procedures.ts'

export type NewTransfer = {
  readonly person: PersonKey
  /** The union whose roll they are on. */
  readonly from: string
  readonly to: { readonly organisationId: string } | { readonly city: string }
  readonly newForm: boolean
  /** The new union said yes already: on this application, or by asking itself. */
  readonly applicationId?: string
  readonly askedByUnion?: true
}

/**
 * Opens a transfer with a case for each side that still has to say yes. Throws `transfer-open`, `same-union`. The
 * membership stays where it is until both have.
 */
export async function openTransfer(ctx: Context, wish: NewTransfer): Promise<string> {
  const to = 'organisationId' in wish.to ? wish.to.organisationId : null
  if (to === wish.from) throw sameUnion()
  const id = newId(ctx.now.getTime())
  const askedBy = wish.applicationId !== undefined ? 'application' : wish.askedByUnion ? 'union' : 'member'
  const isAccepted = askedBy !== 'member' || to === null
  await tables(ctx)
    .insertInto('membership.transfer')
    .values({
      id,
      person_bk: wish.person.bk,
      person_id: wish.person.id,
      from_organisation_id: wish.from,
      to_organisation_id: to,
      to_city: 'city' in wish.to ? wish.to.city : null,
      new_form: wish.newForm,
      asked_by: askedBy,
      application_id: wish.applicationId ?? null,
      state: 'open',
      asked_at: ctx.now,
      released_at: null,
      // A federation of another city answers on paper, after the letter: nobody here waits for it.
      accepted_at: isAccepted ? ctx.now : null,
      ended_at: null,
      last_day: null,
      certificate_no: null,
    })
    .execute()
  const about = {
    subject: transferSubject(id),
    applicant: { person: wish.person },
    href: `/staff/members/transfers/${id}`,
    applicantHref: '/membership',
  }
  const number = shortNumber(id)
  await openCase(ctx, releaseProcedure, {
    ...about,
    organisationId: wish.from,
    summary: `${number}号会籍转出`,
  })
  if (!isAccepted)
    await openCase(ctx, acceptanceProcedure, {
      ...about,
      organisationId: to!,
      summary: `${number}号会籍转入`,
    })
  return id
}

/**
 * For a roster that names a member of another union: the union that reads it in asks for them. The member hears of it
 * and may take it back; the old union lets go or objects. The caller has checked that they may admit to `to`.
 * Throws `transfer-open`, `same-union`, `no-member`.
 */
export async function askTransferFor(
  ctx: Context,
  wish: { readonly person: PersonKey; readonly toOrganisationId: string; readonly newForm: boolean },
): Promise<string> {
  const current = await activeMembership(ctx, wish.person)
  if (current === undefined) throw noMember()
  return openTransfer(ctx, {
    person: { bk: current.bk, id: current.personId },
    from: current.organisationId,
    to: { organisationId: wish.toOrganisationId },
    newForm: wish.newForm,
    askedByUnion: true,
  })
}

const noMember = () =>
  conflict('no-member', { zh: '此人现在没有会籍。', en: 'This person is no member now.' })

export const transferOpen = () =>
  conflict('transfer-open', {
    zh: '会籍转移正在办理，同一时间只能有一个。可以先撤回，再重新申请。',
    en: 'A transfer is under way; there is one at a time. Take it back to ask for another.',
  })

const sameUnion = () =>
  conflict('same-union', {
    zh: '已经是这家工会的会员，不用转移。',
    en: 'Already a member of this union; nothing to transfer.',
  })
