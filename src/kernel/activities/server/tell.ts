import { notifyMany } from '#kernel/notifications/index.ts'
import { CITY_TIME_ZONE } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'
import { tables } from './tables.ts'

type Told = { readonly id: string; readonly title: string; readonly place: string; readonly startsAt: Date }

/** Everybody who signed up and has not withdrawn, in order: seated and waiting. */
export async function signedUp(ctx: Context, activityId: string): Promise<PersonKey[]> {
  return tables(ctx)
    .selectFrom('activities.standing')
    .select(['person_bk as bk', 'person_id as id'])
    .where('activity_id', '=', activityId)
    .orderBy('no')
    .execute()
}

/** The numbers of those who wait for a seat; asked before seats change, to tell afterwards who got one. */
export async function waitingSeats(ctx: Context, activityId: string): Promise<readonly number[]> {
  const rows = await tables(ctx)
    .selectFrom('activities.standing')
    .select('no')
    .where('activity_id', '=', activityId)
    .where('seated', '=', false)
    .execute()
  return rows.map(({ no }) => no)
}

/** Tells those of the numbers who have a seat now. */
export async function tellSeated(ctx: Context, activity: Told, waited: readonly number[]): Promise<void> {
  if (waited.length === 0) return
  const people = await tables(ctx)
    .selectFrom('activities.standing')
    .select(['person_bk as bk', 'person_id as id'])
    .where('activity_id', '=', activity.id)
    .where('seated', '=', true)
    .where('no', 'in', [...waited])
    .execute()
  const at = momentText(activity.startsAt)
  await tell(ctx, activity, people, 'activities.seated', {
    title: { zh: `有名额了：${activity.title}`, en: `You have a seat: ${activity.title}` },
    body: {
      zh: `您已从候补转为正式名额。${at.zh}，${activity.place}。不能来请取消报名，让给后面的人。`,
      en: `You came off the waiting list. ${at.en}, ${activity.place}. Withdraw if you cannot come, so that the next can.`,
    },
  })
}

export async function tellMoved(ctx: Context, activity: Told, people: readonly PersonKey[]): Promise<void> {
  const at = momentText(activity.startsAt)
  await tell(ctx, activity, people, 'activities.moved', {
    title: { zh: `时间或地点有变：${activity.title}`, en: `New time or place: ${activity.title}` },
    body: { zh: `现在是 ${at.zh}，${activity.place}。`, en: `It is now ${at.en}, ${activity.place}.` },
  })
}

export async function tellCancelled(
  ctx: Context,
  activity: Told,
  reason: string,
  people: readonly PersonKey[],
): Promise<void> {
  await tell(ctx, activity, people, 'activities.cancelled', {
    title: { zh: `活动取消：${activity.title}`, en: `Called off: ${activity.title}` },
    body: { zh: `原因：${reason}`, en: `Why: ${reason}` },
  })
}

const tell = (
  ctx: Context,
  { id }: Told,
  people: readonly PersonKey[],
  kind: string,
  words: { title: Text; body: Text },
) => notifyMany(ctx, people, { kind, ...words, href: `/activities/${id}` })

function momentText(moment: Date): Text {
  const words = (locale: string) =>
    moment.toLocaleString(locale, {
      timeZone: CITY_TIME_ZONE,
      month: 'long',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    })
  return { zh: words('zh-CN'), en: words('en-GB') }
}
