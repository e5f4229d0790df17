import { madeBy } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalidInput } from '#platform/failures.ts'
import { newId, randomCode } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { activities } from '../contract.ts'
import { problemsOfDraft } from '../rules/check-draft.ts'
import type { ActivityDraft } from '../shapes.ts'
import { changedMeanwhile, isCancelled, lockActivity } from './find-activity.ts'
import { signedUp, tellMoved, tellSeated, tellCancelled, waitingSeats } from './tell.ts'
import { tables } from './tables.ts'

const CODE_LETTERS = 12

export const createActivity: Handler<typeof activities.createActivity> = async (ctx, input) => {
  const { organisationId, about, draft } = input
  await requireAt(ctx, 'activities.run', organisationId)
  requireSound(ctx, draft)
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('activities.activity')
    .values({
      id,
      organisation_id: organisationId,
      about,
      ...columnsOf(draft),
      code: randomCode(CODE_LETTERS),
      made_by: madeBy(ctx),
      made_at: ctx.now,
      cancelled_at: null,
      cancel_reason: null,
    })
    .execute()
  ctx.auditNote.organisationId = organisationId
  ctx.auditNote.subjects = [`activity:${id}`]
  return { id }
}

export const editActivity: Handler<typeof activities.editActivity> = async (ctx, input) => {
  const { id, version, draft } = input
  const before = await lockActivity(ctx, id)
  await requireAt(ctx, 'activities.run', before.organisationId)
  if (before.cancelledAt !== null) throw isCancelled()
  if (ctx.now >= before.startsAt) throw hasBegun()
  if (before.version !== version) throw changedMeanwhile()
  requireSound(ctx, draft)
  const waited = await waitingSeats(ctx, id)
  await tables(ctx)
    .updateTable('activities.activity')
    .set({ ...columnsOf(draft), version: version + 1 })
    .where('id', '=', id)
    .execute()
  ctx.auditNote.organisationId = before.organisationId
  ctx.auditNote.subjects = [`activity:${id}`]
  const after = { id, title: draft.title, place: draft.place, startsAt: new Date(draft.startsAt) }
  const isMoved = before.place !== after.place || before.startsAt.getTime() !== after.startsAt.getTime()
  const people = isMoved ? await signedUp(ctx, id) : []
  if (people.length > 0) await tellMoved(ctx, after, people)
  await tellSeated(ctx, after, waited)
  return { version: version + 1, told: people.length }
}

export const cancelActivity: Handler<typeof activities.cancelActivity> = async (ctx, { id, reason }) => {
  const activity = await lockActivity(ctx, id)
  await requireAt(ctx, 'activities.run', activity.organisationId)
  if (activity.cancelledAt !== null) throw isCancelled()
  if (ctx.now >= activity.endsAt) throw isOver()
  await tables(ctx)
    .updateTable('activities.activity')
    .set({ cancelled_at: ctx.now, cancel_reason: reason, version: activity.version + 1 })
    .where('id', '=', id)
    .execute()
  const people = await signedUp(ctx, id)
  await tellCancelled(ctx, activity, reason, people)
  ctx.auditNote.organisationId = activity.organisationId
  ctx.auditNote.subjects = [`activity:${id}`]
  ctx.auditNote.reason = reason
  return { told: people.length }
}

function requireSound(ctx: Context, draft: ActivityDraft): void {
  const problems = problemsOfDraft(draft, ctx.now)
  if (problems.length > 0) throw invalidInput(problems)
}

const columnsOf = (draft: ActivityDraft) => ({
  title: draft.title,
  summary: draft.summary,
  place: draft.place,
  starts_at: new Date(draft.startsAt),
  ends_at: new Date(draft.endsAt),
  sign_up_from: new Date(draft.signUpFrom),
  sign_up_until: new Date(draft.signUpUntil),
  capacity: draft.capacity,
})

const hasBegun = () =>
  conflict('activity-begun', {
    zh: '活动已经开始，不能再改；要停办请取消。',
    en: 'It has begun and cannot be changed; call it off if it has to stop.',
  })

const isOver = () =>
  conflict('activity-over', { zh: '活动已经结束，不能取消。', en: 'It is over and cannot be called off.' })
