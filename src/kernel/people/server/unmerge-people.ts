import { madeBy } from '#kernel/organisations/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { people } from '../contract.ts'
import { requireAtPerson, requireSeen } from './home.ts'
import { lockPerson, personKeyText, tables } from './queries.ts'

/**
 * Takes a merge back: the link goes over to those undone, and every record stays where it always was. Modules take back
 * what the merge ended. A corrected number is no merge: it is corrected again.
 */
export const unmergePeople: Handler<typeof people.unmergePeople> = async (ctx, { person, reason }) => {
  const row = await lockPerson(ctx, person)
  await requireSeen(ctx, 'people.read', row)
  await requireAtPerson(ctx, 'people.merge', row)
  const survivor = await takeLinkBack(ctx, person, reason)
  await requireAtPerson(ctx, 'people.merge', await lockPerson(ctx, survivor))
  for (const module of ctx.modules) await module.unmerging?.(ctx, person, survivor)
  ctx.auditNote.subjects = [person, survivor].map((key) => `person:${personKeyText(key)}`)
  ctx.auditNote.reason = reason
  return person
}

async function takeLinkBack(ctx: Context, person: PersonKey, reason: string): Promise<PersonKey> {
  const link = await tables(ctx)
    .deleteFrom('people.person_link')
    .where('bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .where('why', '=', 'same-person')
    .returningAll()
    .executeTakeFirst()
  if (link === undefined) throw notMerged()
  const { why: _why, recorded_at: linkedAt, ...kept } = link
  await tables(ctx)
    .insertInto('people.person_link_undone')
    .values({ ...kept, linked_at: linkedAt, undone_reason: reason, undone_by: madeBy(ctx) })
    .execute()
  return { bk: link.survivor_bk, id: link.survivor_id }
}

/** Two rows that look like one person are two: the pair is not shown again. */
export const keepPeopleApart: Handler<typeof people.keepPeopleApart> = async (
  ctx,
  { first, second, reason },
) => {
  if (personKeyText(first) === personKeyText(second)) throw sameRow()
  for (const key of [first, second]) {
    const row = await lockPerson(ctx, key)
    await requireSeen(ctx, 'people.read', row)
    await requireAtPerson(ctx, 'people.merge', row)
  }
  const isOrdered = first.bk < second.bk || (first.bk === second.bk && first.id < second.id)
  const [one, other] = isOrdered ? [first, second] : [second, first]
  await tables(ctx)
    .insertInto('people.person_apart')
    .values({
      bk: one.bk,
      person_id: one.id,
      other_bk: other.bk,
      other_id: other.id,
      reason,
      made_by: madeBy(ctx),
    })
    .onConflict((clash) => clash.doNothing())
    .execute()
  ctx.auditNote.subjects = [first, second].map((key) => `person:${personKeyText(key)}`)
  ctx.auditNote.reason = reason
  return {}
}

const sameRow = () =>
  invalid('same-row', {
    field: 'second',
    reason: { zh: '请选择另一条人员记录。', en: 'Choose another row.' },
  })

const notMerged = () =>
  conflict('not-merged', {
    zh: '这条记录没有被合并，或合并已经撤销。',
    en: 'This row was not merged, or the merge was taken back already.',
  })
