import { callersPhoneIndex } from '#kernel/access/index.ts'
import { madeBy } from '#kernel/organisations/index.ts'
import { holdsAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, forbidden, invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { encrypt } from '#platform/keys.ts'
import type { Handler } from '#platform/module.ts'
import { sendSms, type SmsMessage } from '#platform/sms.ts'
import type { stations } from '../../contract.ts'
import { keeperPhoneIndex } from '../keeping/appoint-keeper.ts'
import { lockStation } from '../keeping/lock-station.ts'
import { tables } from '../tables.ts'

const DAYS = 14
const DAY_MS = 86_400_000

/** The keeper offers and has agreed by that; an officer offers for both, and both are asked. A new offer ends the one before. */
export const offerHandover: Handler<typeof stations.offerHandover> = async (ctx, { code, name, phone }) => {
  const station = await lockStation(ctx, code)
  const keeper = await findKeeper(ctx, station.id)
  const isKeeper = keeper !== undefined && (await callersPhoneIndex(ctx))?.equals(keeper.phoneIndex) === true
  if (!isKeeper && !(await holdsAt(ctx, 'stations.edit', station.organisationId)))
    throw forbidden('stations.edit')
  if (keeper === undefined || station.state === 'closed') throw nobodyKeeps()
  const successorIndex = keeperPhoneIndex(ctx.config.keys, phone)
  if (successorIndex.equals(keeper.phoneIndex)) throw sameKeeper()
  await takeBackOpen(ctx, station.id)
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('stations.handover')
    .values({
      id,
      station_id: station.id,
      keeper_id: keeper.id,
      successor_name: name,
      successor_phone_index: successorIndex,
      successor_phone_sealed: encrypt(ctx.config.keys, 'phone', phone),
      offered_by: isKeeper ? keeper.name : madeBy(ctx),
      offered_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + DAYS * DAY_MS),
      keeper_agreed_at: isKeeper ? ctx.now : null,
    })
    .execute()
  ctx.afterCommit(() => sendSms(ctx, asked(phone, station.draft.name)))
  ctx.auditNote.organisationId = station.organisationId
  ctx.auditNote.subjects = [`station:${station.id}`, `handover:${id}`]
  return { id }
}

const findKeeper = (ctx: Context, stationId: string) =>
  tables(ctx)
    .selectFrom('stations.keeper')
    .select(['id', 'name', 'phone_index as phoneIndex'])
    .where('station_id', '=', stationId)
    .where('until_at', 'is', null)
    .executeTakeFirst()

const takeBackOpen = (ctx: Context, stationId: string) =>
  tables(ctx)
    .updateTable('stations.handover')
    .set({ ended_at: ctx.now, outcome: 'taken-back' })
    .where('station_id', '=', stationId)
    .where('ended_at', 'is', null)
    .execute()

const asked = (to: string, station: string): SmsMessage => ({
  to,
  template: 'station-handover-asked',
  values: { station },
  text: `请您接任“${station}”的管理员。请用本手机号登录后，在“我管理的驿站”里答复，${DAYS}天内有效。`,
})

const nobodyKeeps = () =>
  conflict('nobody-keeps', {
    zh: '这个驿站现在没有管理员可以移交，请由工会指定。',
    en: 'Nobody keeps this station now; the federation appoints a keeper.',
  })

const sameKeeper = () =>
  invalid('same-keeper', {
    field: 'phone',
    reason: { zh: '这就是现任管理员的手机号。', en: 'This is the phone of the present keeper.' },
    accepted: { zh: '接任者本人的手机号', en: "the successor's own phone" },
  })
