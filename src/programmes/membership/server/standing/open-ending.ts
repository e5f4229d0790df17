import { requirePerson } from '#kernel/access/index.ts'
import { activeMembership, type Membership } from '#kernel/memberships/index.ts'
import { openCase, type Procedure } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { shortNumber } from '../../rules/short-number.ts'
import { tables } from '../members-tables.ts'
import { noMember } from './endings.ts'
import { noSuchMember } from './members.ts'
import { endingSubject, expulsionProcedure, leavingProcedure } from './procedures.ts'

export const askToLeave: Handler<typeof membership.askToLeave> = async (ctx, { reason }) => {
  const current = await requireMember(ctx, requirePerson(ctx))
  return openEnding(ctx, current, {
    kind: 'leaving',
    procedure: leavingProcedure,
    title: '退会',
    note: reason,
  })
}

/** Proposed by the union, decided above it, and only after the member could say their side. */
export const proposeExpulsion: Handler<typeof membership.proposeExpulsion> = async (ctx, input) => {
  const current = await activeMembership(ctx, input.person)
  if (current === undefined) throw noSuchMember()
  await requireAt(ctx, 'membership.standing', current.organisationId)
  ctx.auditNote.reason = input.reason
  return openEnding(ctx, current, {
    kind: 'expulsion',
    procedure: expulsionProcedure,
    title: '除名',
    note: input.reason,
  })
}

type Ending = {
  readonly kind: 'leaving' | 'expulsion'
  readonly procedure: Procedure
  readonly title: string
  readonly note: string
}

async function openEnding(ctx: Context, current: Membership, { kind, procedure, title, note }: Ending) {
  const id = newId(ctx.now.getTime())
  const person = { bk: current.bk, id: current.personId }
  const opened = kind === 'leaving' ? ('asked' as const) : ('hearing' as const)
  await tables(ctx)
    .insertInto('membership.ending')
    .values({
      id,
      kind,
      person_bk: person.bk,
      person_id: person.id,
      organisation_id: current.organisationId,
      state: opened,
      opened_at: ctx.now,
    })
    .execute()
  const one = await openCase(ctx, procedure, {
    subject: endingSubject(id),
    organisationId: current.organisationId,
    applicant: { person },
    summary: `${shortNumber(id)}号${title}`,
    href: `/staff/members/${person.bk}/${person.id}`,
    ...(note !== '' && { note }),
  })
  return { id, caseId: one.id }
}

async function requireMember(ctx: Context, person: PersonKey): Promise<Membership> {
  const current = await activeMembership(ctx, person)
  if (current === undefined) throw noMember()
  return current
}
