import { requirePerson } from '#kernel/access/index.ts'
import { activeMembership } from '#kernel/memberships/index.ts'
import { sameAs } from '#kernel/people/index.ts'
import { act, findOpenCase } from '#kernel/review/index.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { isNewForm } from '../../rules/employment.ts'
import { shortNumber } from '../../rules/short-number.ts'
import { requirePlace } from '../joining/places.ts'
import { openTransfer } from './open-transfer.ts'
import { acceptanceProcedure, releaseProcedure, transferSubject } from './procedures.ts'
import { endTransfer } from './steps.ts'
import { lockTransfer, noSuchTransfer } from './transfers.ts'

/** The member asks, whatever their old unit does: that is what members elsewhere complain of most. */
export const askTransfer: Handler<typeof membership.askTransfer> = async (ctx, input) => {
  const person = requirePerson(ctx)
  const current = await activeMembership(ctx, person)
  if (current === undefined) throw noMember()
  const to =
    input.toCity === undefined
      ? { organisationId: (await requirePlace(ctx, input.toOrganisationId!)).organisationId }
      : { city: input.toCity }
  const id = await openTransfer(ctx, {
    person: { bk: current.bk, id: current.personId },
    from: current.organisationId,
    to,
    newForm: input.employment === undefined ? current.newForm : isNewForm(input.employment),
  })
  return { id, number: shortNumber(id) }
}

const noMember = () =>
  conflict('no-member', {
    zh: '您现在没有会籍，不用转移，请直接申请入会。',
    en: 'You are no member now; apply to join instead.',
  })

/** Until it is done the member may think again; nothing has moved. */
export const cancelTransfer: Handler<typeof membership.cancelTransfer> = async (ctx, { id }) => {
  const person = requirePerson(ctx)
  const transfer = await lockTransfer(ctx, id)
  if (!(await sameAs(ctx, person)).some((row) => row.id === transfer.personId)) throw noSuchTransfer()
  if (transfer.state !== 'open') throw transferEnded()
  for (const procedure of [releaseProcedure, acceptanceProcedure]) {
    const open = await findOpenCase(ctx, procedure.id, transferSubject(id))
    if (open !== undefined) await act(ctx, open.id, 'withdraw', {})
  }
  return { state: await endTransfer(ctx, transfer, 'cancelled') }
}

export const transferEnded = () =>
  conflict('transfer-ended', {
    zh: '这次转移已经办结或终止。',
    en: 'This transfer is over.',
  })
