import { getOrganisation } from '#kernel/organisations/index.ts'
import { activeMembership, leave, transfer as moveMembership } from '#kernel/memberships/index.ts'
import { act, findOpenCase, type Procedure } from '#kernel/review/index.ts'
import { addDays, cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { TransferState } from '../../shapes-members.ts'
import { tables } from '../members-tables.ts'
import { acceptanceProcedure, releaseProcedure, transferSubject } from './procedures.ts'
import { personOfTransfer, type Transfer } from './transfers.ts'

/** Whoever calls these holds the transfer (`lockTransfer`) and has just made a move in one of its cases. */

export async function noteRelease(ctx: Context, transfer: Transfer): Promise<TransferState> {
  const released = { ...transfer, releasedAt: ctx.now }
  await update(ctx, transfer.id, { released_at: ctx.now })
  return completeIfBoth(ctx, released)
}

export async function noteAcceptance(ctx: Context, transfer: Transfer): Promise<TransferState> {
  const accepted = { ...transfer, acceptedAt: ctx.now }
  await update(ctx, transfer.id, { accepted_at: ctx.now })
  return completeIfBoth(ctx, accepted)
}

/** Both said yes: the one membership ends and the other begins, in this transaction. */
async function completeIfBoth(ctx: Context, transfer: Transfer): Promise<TransferState> {
  if (transfer.releasedAt === null || transfer.acceptedAt === null) return 'open'
  const person = personOfTransfer(transfer)
  const today = cityDay(ctx.now)
  const current = await activeMembership(ctx, person)
  if (current === undefined || current.organisationId !== transfer.fromOrganisationId) throw movedMeanwhile()
  if (transfer.toOrganisationId === null) await leave(ctx, { person, lastDay: today, how: 'moved' })
  else
    await moveMembership(ctx, {
      person,
      toOrganisationId: transfer.toOrganisationId,
      fromDay: today,
      newForm: transfer.newForm,
    })
  await update(ctx, transfer.id, {
    state: 'done',
    ended_at: ctx.now,
    last_day: transfer.toOrganisationId === null ? today : addDays(today, -1),
    certificate_no: transfer.toOrganisationId === null ? await certificateNumber(ctx, transfer, today) : null,
  })
  return 'done'
}

/** One side said no, or the member took it back: the membership stays, and the other side need not answer. */
export async function endTransfer(
  ctx: Context,
  transfer: Transfer,
  state: 'refused' | 'cancelled',
): Promise<TransferState> {
  await update(ctx, transfer.id, { state, ended_at: ctx.now })
  const system: Context = { ...ctx, actor: { kind: 'system', name: 'membership' } }
  for (const procedure of [releaseProcedure, acceptanceProcedure])
    await closeIfOpen(system, procedure, transfer.id)
  return state
}

async function closeIfOpen(system: Context, procedure: Procedure, transferId: string): Promise<void> {
  const open = await findOpenCase(system, procedure.id, transferSubject(transferId))
  if (open !== undefined) await act(system, open.id, 'close', {})
}

async function update(
  ctx: Context,
  id: string,
  change: {
    readonly state?: TransferState
    readonly released_at?: Date
    readonly accepted_at?: Date
    readonly ended_at?: Date
    readonly last_day?: string
    readonly certificate_no?: string | null
  },
): Promise<void> {
  await tables(ctx).updateTable('membership.transfer').set(change).where('id', '=', id).execute()
}

/** City, day and number: what a letter is asked for by. */
async function certificateNumber(ctx: Context, transfer: Transfer, day: string): Promise<string> {
  const { adcode } = await getOrganisation(ctx, transfer.fromOrganisationId)
  return `${adcode}-${day.replaceAll('-', '')}-${transfer.id.replaceAll('-', '').slice(-8).toUpperCase()}`
}

const movedMeanwhile = () =>
  conflict('moved-meanwhile', {
    zh: '会籍在申请之后已有变化，这次转移不能完成。请本人撤回后重新申请。',
    en: 'The membership has changed since; this transfer cannot be completed. Take it back and ask anew.',
  })
