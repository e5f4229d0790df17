import { personKeyText, requirePerson } from '#kernel/people/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { activities } from '../contract.ts'
import { takesSignUps } from '../rules/phase.ts'
import { type ActivityRow, isCancelled, isPerson, lockActivity } from './find-activity.ts'
import { findMine } from './mine.ts'
import { tellSeated, waitingSeats } from './tell.ts'
import { tables } from './tables.ts'

export const signUp: Handler<typeof activities.signUp> = async (ctx, { id }) => {
  const person = requirePerson(ctx)
  const activity = await lockActivity(ctx, id)
  if (activity.cancelledAt !== null) throw isCancelled()
  if (!takesSignUps(activity, ctx.now)) throw notOpen()
  const before = await findMine(ctx, id, person)
  if (before !== null && before.standing !== 'withdrawn') throw signedUpAlready()
  await addSignUp(ctx, activity, person)
  const { standing, position } = (await findMine(ctx, id, person))!
  return { standing, position }
}

/** The caller holds the activity's row: numbers follow one another without a gap. */
export async function addSignUp(ctx: Context, activity: ActivityRow, person: PersonKey): Promise<void> {
  const { last } = await tables(ctx)
    .selectFrom('activities.sign_up')
    .select((select) => select.fn.max('no').as('last'))
    .where('activity_id', '=', activity.id)
    .executeTakeFirstOrThrow()
  await tables(ctx)
    .insertInto('activities.sign_up')
    .values({
      activity_id: activity.id,
      no: (last ?? 0) + 1,
      person_bk: person.bk,
      person_id: person.id,
      signed_up_at: ctx.now,
      withdrawn_at: null,
    })
    .execute()
  ctx.auditNote.organisationId = activity.organisationId
  ctx.auditNote.subjects = [`activity:${activity.id}`, `person:${personKeyText(person)}`]
}

/** Also after signing up has ended: a seat that is given back early may still be of use to somebody. */
export const withdrawSignUp: Handler<typeof activities.withdrawSignUp> = async (ctx, { id }) => {
  const person = requirePerson(ctx)
  const activity = await lockActivity(ctx, id)
  if (ctx.now >= activity.startsAt) throw hasBegun()
  const waited = await waitingSeats(ctx, id)
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('activities.sign_up')
    .set({ withdrawn_at: ctx.now })
    .where('activity_id', '=', id)
    .where(await isPerson(ctx, person, 'activities.sign_up'))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw notSignedUp()
  if (activity.cancelledAt === null) await tellSeated(ctx, activity, waited)
  ctx.auditNote.organisationId = activity.organisationId
  ctx.auditNote.subjects = [`activity:${id}`, `person:${personKeyText(person)}`]
  return { standing: 'withdrawn' as const }
}

const notOpen = () =>
  conflict('sign-up-closed', { zh: '现在不是报名时间。', en: 'Signing up is not open now.' })

const signedUpAlready = () =>
  conflict('signed-up-already', { zh: '您已经报名。', en: 'You have signed up already.' })

export const notSignedUp = () =>
  conflict('not-signed-up', { zh: '没有报名，或者已经取消。', en: 'Not signed up, or withdrawn already.' })

const hasBegun = () =>
  conflict('activity-begun', {
    zh: '活动已经开始，不用再取消报名。',
    en: 'It has begun; there is nothing to withdraw from any more.',
  })
