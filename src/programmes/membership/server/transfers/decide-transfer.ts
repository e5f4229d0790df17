import { act, caseStates } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { Failure, invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import type { TransferState } from '../../shapes-members.ts'
import { transferEnded } from './ask-transfer.ts'
import { acceptanceProcedure, releaseProcedure, transferSubject } from './procedures.ts'
import { endTransfer, noteAcceptance, noteRelease } from './steps.ts'
import { lockTransfer, noSuchTransfer, type Transfer } from './transfers.ts'

type Move = Parameters<typeof decideTransfer>[1]['move']

/** What each move does to the transfer, besides to its case. */
const follows: Readonly<Record<Move, (ctx: Context, transfer: Transfer) => Promise<TransferState>>> = {
  release: noteRelease,
  'release-after-all': noteRelease,
  accept: noteAcceptance,
  object: async () => 'open',
  hold: (ctx, transfer) => endTransfer(ctx, transfer, 'refused'),
  refuse: (ctx, transfer) => endTransfer(ctx, transfer, 'refused'),
}

const ofAcceptance: readonly Move[] = ['accept', 'refuse']

/** One side's word. The transfer is held first and its case after; with both sides' yes the membership moves. */
export const decideTransfer: Handler<typeof membership.decideTransfer> = async (ctx, input) => {
  if (ofAcceptance.includes(input.move) !== (input.side === 'acceptance')) throw otherSide()
  const transfer = await lockTransfer(ctx, input.id)
  const unit = input.side === 'acceptance' ? transfer.toOrganisationId : transfer.fromOrganisationId
  if (unit === null) throw noSuchTransfer()
  await requireAt(ctx, 'membership.admit', unit).catch((error: unknown) => {
    throw error instanceof Failure && error.status === 404 ? noSuchTransfer() : error
  })
  const subject = transferSubject(input.id)
  const procedure = input.side === 'acceptance' ? acceptanceProcedure : releaseProcedure
  const stands = (await caseStates(ctx, procedure.id, [subject])).get(subject)
  if (stands === undefined) throw noSuchTransfer()
  const { seq, reason } = input
  const before = stands.seq
  const moved = await act(ctx, stands.caseId, input.move, { seq, reason })
  // The same word sent twice moved nothing the second time.
  if (moved.seq === before) return { state: transfer.state }
  if (transfer.state !== 'open') throw transferEnded()
  return { state: await follows[input.move](ctx, transfer) }
}

const otherSide = () =>
  invalid('other-side', {
    field: 'move',
    reason: { zh: '这一步是另一方办理的。', en: 'That step is the other side’s.' },
  })
