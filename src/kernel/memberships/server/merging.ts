import { personKeyText, sameAs } from '#kernel/people/index.ts'
import { addDays, cityDay } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { admit } from './admit.ts'
import { leave } from './leave.ts'
import { membershipsOf, tables } from './queries.ts'

/**
 * Of two memberships that last, the survivor's goes on and the other ends yesterday, so that one person counts once.
 * Past days stay as they were known then.
 */
export async function merging(ctx: Context, from: PersonKey, into: PersonKey): Promise<void> {
  const lasting = (await membershipsOf(ctx, into)).filter(({ toDay }) => toDay === null)
  if (lasting.length < 2) return
  const yesterday = addDays(cityDay(ctx.now), -1)
  const replaced = new Set((await sameAs(ctx, from)).map(personKeyText))
  for (const { bk, personId, id, fromDay } of lasting) {
    if (!replaced.has(personKeyText({ bk, id: personId }))) continue
    const lastDay = fromDay > yesterday ? fromDay : yesterday
    await leave(ctx, { person: { bk, id: personId }, lastDay, how: 'moved' })
    await tables(ctx)
      .insertInto('memberships.ended_by_merge')
      .values({ bk, person_id: personId, membership_id: id, survivor_bk: into.bk, survivor_id: into.id })
      .execute()
  }
}

/** What the merge ended goes on from the day after, unless that person has become a member meanwhile. */
export async function unmerging(ctx: Context, from: PersonKey, into: PersonKey): Promise<void> {
  for (const { bk, id } of await sameAs(ctx, from)) {
    const ended = await tables(ctx)
      .selectFrom('memberships.ended_by_merge as e')
      .innerJoin('memberships.membership as m', (join) =>
        join
          .onRef('m.bk', '=', 'e.bk')
          .onRef('m.person_id', '=', 'e.person_id')
          .onRef('m.id', '=', 'e.membership_id'),
      )
      .select([
        'e.membership_id as membershipId',
        'm.organisation_id as organisationId',
        'm.to_day as toDay',
        'm.new_form as newForm',
      ])
      .where('e.bk', '=', bk)
      .where('e.person_id', '=', id)
      .where('e.survivor_bk', '=', into.bk)
      .where('e.survivor_id', '=', into.id)
      .where('e.taken_back_at', 'is', null)
      .execute()
    for (const one of ended) {
      await tables(ctx)
        .updateTable('memberships.ended_by_merge')
        .set({ taken_back_at: ctx.now })
        .where('bk', '=', bk)
        .where('person_id', '=', id)
        .where('membership_id', '=', one.membershipId)
        .execute()
      const today = cityDay(ctx.now)
      const known = await membershipsOf(ctx, from)
      if (addDays(one.toDay!, 1) > today) throw tomorrow()
      if (known.some(({ toDay }) => toDay === null)) continue
      // Another one may have lasted longer meanwhile, even until today.
      const next = addDays(latest([one.toDay!, ...known.map(({ toDay }) => toDay!)]), 1)
      if (next > today) throw tomorrow()
      await admit(ctx, {
        person: { bk, id },
        organisationId: one.organisationId,
        fromDay: next,
        newForm: one.newForm,
      })
    }
  }
}

const latest = (days: readonly string[]) => days.reduce((last, day) => (day > last ? day : last))

/** Ended today, it could only go on tomorrow; a day without membership must not come of it. */
const tomorrow = () =>
  conflict('unmerge-tomorrow', {
    zh: '这次合并结束了一份今天才开始的会籍，请明天再撤销，免得漏掉一天。',
    en: 'This merge ended a membership that began today. Take it back tomorrow, so that no day is lost.',
  })
