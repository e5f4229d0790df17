import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { openPhone, putKeeper } from '../keeping/appoint-keeper.ts'
import { tables } from '../tables.ts'
import { lockHandover, requireSide } from './handover-rows.ts'

/** The second yes hands over in the same moment: the one keeps until then, the other from then on. */
export const answerHandover: Handler<typeof stations.answerHandover> = async (ctx, { id, agrees }) => {
  const handover = await lockHandover(ctx, id)
  const side = await requireSide(ctx, handover)
  ctx.auditNote.subjects = [`station:${handover.stationId}`, `handover:${id}`]
  ctx.auditNote.detail = { side, agrees }
  if (handover.endedAt !== null) throw overAlready()
  if (handover.expiresAt < ctx.now) throw expired()
  const change = tables(ctx).updateTable('stations.handover').where('id', '=', id)
  if (!agrees) {
    const outcome = side === 'keeper' ? 'taken-back' : 'declined'
    await change.set({ ended_at: ctx.now, outcome }).execute()
    return { outcome }
  }
  const agreed = side === 'keeper' ? { keeper_agreed_at: ctx.now } : { successor_agreed_at: ctx.now }
  await change.set(agreed).execute()
  const other = side === 'keeper' ? handover.successorAgreedAt : handover.keeperAgreedAt
  if (other === null) return { outcome: 'waiting' }
  await putKeeper(ctx, {
    stationId: handover.stationId,
    name: handover.successorName,
    phone: openPhone(ctx.config.keys, handover.successorPhoneSealed),
  })
  await change.set({ ended_at: ctx.now, outcome: 'handed-over' }).execute()
  return { outcome: 'handed-over' }
}

const overAlready = () =>
  conflict('handover-over', {
    zh: '这次移交已经结束。',
    en: 'This hand-over is over.',
  })

const expired = () =>
  conflict('handover-expired', {
    zh: '这次移交已经过期，请现任管理员重新发起。',
    en: 'This hand-over has expired; the keeper may offer it again.',
  })
