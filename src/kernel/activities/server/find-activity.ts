import { sql, type RawBuilder } from 'kysely'
import { sameAs } from '#kernel/people/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import { phaseOf } from '../rules/phase.ts'
import { tables } from './tables.ts'

export const columns = [
  'activity.id',
  'activity.organisation_id as organisationId',
  'activity.about',
  'activity.title',
  'activity.place',
  'activity.starts_at as startsAt',
  'activity.ends_at as endsAt',
  'activity.sign_up_from as signUpFrom',
  'activity.sign_up_until as signUpUntil',
  'activity.capacity',
  'activity.cancelled_at as cancelledAt',
] as const

/** Throws `not-found`. */
export async function getActivityRow(ctx: Context, id: string, hold = false) {
  const found = tables(ctx)
    .selectFrom('activities.activity as activity')
    .select(columns)
    .select([
      'activity.summary',
      'activity.version',
      'activity.code',
      'activity.cancel_reason as cancelReason',
    ])
    .where('activity.id', '=', id)
  const row = await (hold ? found.forUpdate() : found).executeTakeFirst()
  if (row === undefined) throw noSuchActivity()
  return row
}

export type ActivityRow = Awaited<ReturnType<typeof getActivityRow>>

/** Holds the row until the transaction ends: who signs up, withdraws or changes the seats follow one another. */
export const lockActivity = (ctx: Context, id: string) => getActivityRow(ctx, id, true)

/** A row as an answer carries it: its phase by the caller's clock, without what only the server uses. */
export function withPhase<Row extends Parameters<typeof phaseOf>[0]>(row: Row, now: Date) {
  const { cancelledAt: _, ...shown } = row
  return { ...shown, phase: phaseOf(row, now) }
}

/** Whether a row's person is this one, on any of the rows of persons that they turned out to be. */
export async function isPerson(ctx: Context, person: PersonKey, row: string): Promise<RawBuilder<boolean>> {
  const keys = await sameAs(ctx, person)
  return sql<boolean>`(${sql.ref(`${row}.person_bk`)}, ${sql.ref(`${row}.person_id`)}) in (select * from unnest(
    ${keys.map(({ bk }) => bk)}::smallint[], ${keys.map(({ id }) => id)}::uuid[]))`
}

export const noSuchActivity = () => notFound({ zh: '活动', en: 'activity' })

export const changedMeanwhile = () =>
  conflict('changed-meanwhile', {
    zh: '别人刚刚修改过这次活动，请刷新后再改。您填写的内容还在页面上。',
    en: 'Somebody has just changed this activity; look again first. What you wrote is still on the page.',
  })

export const isCancelled = () =>
  conflict('activity-cancelled', { zh: '这次活动已经取消。', en: 'This activity was called off.' })
