import { madeBy } from '#kernel/organisations/index.ts'
import { personKeyText, requirePerson } from '#kernel/people/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { activities } from '../contract.ts'
import { takesCheckIns } from '../rules/phase.ts'
import type { CheckInSource } from '../shapes.ts'
import { type ActivityRow, isCancelled, isPerson, lockActivity, noSuchActivity } from './find-activity.ts'
import { findMine } from './mine.ts'
import { addSignUp, notSignedUp } from './sign-up.ts'
import { tables } from './tables.ts'

export const findByCode: Handler<typeof activities.findByCode> = async (ctx, { code }) => ({
  id: (await findIdByCode(ctx, code)) ?? null,
})

/** Who stands at the door without having signed up takes a free seat; where there is none, they are told so. */
export const checkInByCode: Handler<typeof activities.checkInByCode> = async (ctx, { code }) => {
  const person = requirePerson(ctx)
  const id = await findIdByCode(ctx, code)
  if (id === undefined) throw noSuchActivity()
  const activity = await lockActivity(ctx, id)
  requireDoorsOpen(ctx, activity)
  const mine = await findMine(ctx, id, person)
  if (mine?.standing === 'waiting') throw stillWaiting(mine.position!)
  if (mine?.standing !== 'seated') await requireFreeSeat(ctx, activity, person)
  return { id, checkedInAt: await checkIn(ctx, activity, person, 'code') }
}

export const checkInAtDesk: Handler<typeof activities.checkInAtDesk> = async (ctx, { id, person }) => {
  const activity = await lockActivity(ctx, id)
  await requireAt(ctx, 'activities.run', activity.organisationId)
  requireDoorsOpen(ctx, activity)
  const mine = await findMine(ctx, id, person)
  if (mine === null || mine.standing === 'withdrawn') throw notSignedUp()
  return { checkedInAt: await checkIn(ctx, activity, person, 'desk') }
}

/** Possible after the end too, because a list is looked through when it is over. */
export const takeBackCheckIn: Handler<typeof activities.takeBackCheckIn> = async (ctx, input) => {
  const { id, person, reason } = input
  const activity = await lockActivity(ctx, id)
  await requireAt(ctx, 'activities.run', activity.organisationId)
  const last = await lastLine(ctx, id, person)
  if (last === undefined || last.kind !== 'came') throw notCheckedIn()
  const { at: _, ...line } = last
  await addLine(ctx, activity, { ...line, no: line.no + 1, kind: 'taken-back', reason })
  ctx.auditNote.reason = reason
  return { takenBackAt: ctx.now }
}

/** Signs up at the door; a refusal takes that back, as the transaction ends with it. */
async function requireFreeSeat(ctx: Context, activity: ActivityRow, person: PersonKey): Promise<void> {
  await addSignUp(ctx, activity, person)
  const { standing } = (await findMine(ctx, activity.id, person))!
  if (standing !== 'seated') throw isFull()
}

/** Twice is once: the first moment stays. */
async function checkIn(
  ctx: Context,
  activity: ActivityRow,
  person: PersonKey,
  source: CheckInSource,
): Promise<Date> {
  const last = await lastLine(ctx, activity.id, person)
  if (last?.kind === 'came') return last.at
  const key = last ?? { person_bk: person.bk, person_id: person.id, no: 0 }
  await addLine(ctx, activity, {
    person_bk: key.person_bk,
    person_id: key.person_id,
    no: key.no + 1,
    kind: 'came',
    source,
    reason: null,
  })
  return ctx.now
}

async function lastLine(ctx: Context, activityId: string, person: PersonKey) {
  return tables(ctx)
    .selectFrom('activities.attendance as line')
    .select(['line.person_bk', 'line.person_id', 'line.no', 'line.kind', 'line.source', 'line.at'])
    .where('line.activity_id', '=', activityId)
    .where(await isPerson(ctx, person, 'line'))
    .orderBy('line.no', 'desc')
    .limit(1)
    .executeTakeFirst()
}

type Line = {
  readonly person_bk: number
  readonly person_id: string
  readonly no: number
  readonly kind: 'came' | 'taken-back'
  readonly source: CheckInSource
  readonly reason: string | null
}

async function addLine(ctx: Context, activity: ActivityRow, line: Line): Promise<void> {
  await tables(ctx)
    .insertInto('activities.attendance')
    .values({ activity_id: activity.id, ...line, at: ctx.now, made_by: madeBy(ctx) })
    .execute()
  const person = personKeyText({ bk: line.person_bk, id: line.person_id })
  ctx.auditNote.organisationId = activity.organisationId
  ctx.auditNote.subjects = [`activity:${activity.id}`, `person:${person}`]
}

async function findIdByCode(ctx: Context, code: string): Promise<string | undefined> {
  const found = await tables(ctx)
    .selectFrom('activities.activity')
    .select('id')
    .where('code', '=', code.toUpperCase())
    .executeTakeFirst()
  return found?.id
}

function requireDoorsOpen(ctx: Context, activity: ActivityRow): void {
  if (activity.cancelledAt !== null) throw isCancelled()
  if (!takesCheckIns(activity, ctx.now))
    throw conflict('doors-closed', {
      zh: '签到从开始前一小时起，到活动结束为止。',
      en: 'Checking in is possible from an hour before the start until the end.',
    })
}

const stillWaiting = (position: number) =>
  conflict('still-waiting', {
    zh: `名额已满，您在候补第 ${position} 位。有人取消会马上通知您。`,
    en: `There is no free seat; you are number ${position} on the waiting list and will be told of one.`,
  })

const isFull = () =>
  conflict('activity-full', {
    zh: '名额已满，您没有报名。报名还没截止的话，可以先排候补。',
    en: 'There is no free seat, and you have not signed up. While signing up is open you can join the waiting list.',
  })

const notCheckedIn = () =>
  conflict('not-checked-in', { zh: '这个人没有签到。', en: 'This person has not checked in.' })
