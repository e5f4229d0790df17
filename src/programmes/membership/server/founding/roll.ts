import { sql } from 'kysely'
import {
  checkIdentity,
  registerPeople,
  surroundings,
  type CheckedPerson,
  type Identity,
} from '#kernel/people/index.ts'
import { activeMembership } from '#kernel/memberships/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import type { membership } from '../../contract.ts'
import { lockFounding, openCaseOf, requireOwn } from './find-founding.ts'
import { tables } from './tables.ts'

type Added = Awaited<ReturnType<typeof addFoundingMembers>>['rows'][number]

/**
 * Each line is judged by itself: good ones stay when another is refused, and the answer says what became of each. The
 * numbers go to kernel `people` alone; here stays who it is. People join on the day the union is registered.
 */
export const addFoundingMembers: Handler<typeof membership.addFoundingMembers> = async (
  ctx,
  { id, people },
) => {
  await requirePreparing(ctx, id)
  const at = await surroundings(ctx)
  const rows: Added[] = []
  for (const { name, documentNumber, phone } of people) {
    const verdict = checkIdentity(identityOf(name, documentNumber, phone), at)
    rows.push(
      verdict.good === undefined
        ? { outcome: 'refused', problem: verdict.problems[0]!.reason }
        : await add(ctx, id, verdict.good),
    )
  }
  const members = await countRoll(ctx, id)
  ctx.auditNote.detail = { ...ctx.auditNote.detail, lines: people.length, members }
  return { rows, members }
}

const identityOf = (name: string, documentNumber: string, phone: string): Identity => ({
  name,
  documentKind: 'resident-id',
  documentNumber,
  phone: phone === '' ? null : phone,
})

async function add(ctx: Context, id: string, checked: CheckedPerson): Promise<Added> {
  const [registered] = await registerPeople(ctx, [checked])
  const { person, knownAs } = registered!
  if (knownAs !== checked.name) return { outcome: 'refused', problem: nameDiffers }
  if ((await activeMembership(ctx, person)) !== undefined)
    return { outcome: 'member-elsewhere', problem: elsewhere }
  const { numInsertedOrUpdatedRows } = await tables(ctx)
    .insertInto('membership.founding_member')
    .values({ founding_id: id, person_bk: person.bk, person_id: person.id, added_at: ctx.now })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst()
  return { outcome: numInsertedOrUpdatedRows === 0n ? 'known' : 'added', problem: null }
}

/** Says neither which name nor which union: an employer learns no more than that a person must act themselves. */
const nameDiffers: Text = {
  zh: '证件号码与登记的姓名不符，请核对证件',
  en: 'The number is known under another name: compare the document',
}
const elsewhere: Text = {
  zh: '已有会籍，由本人办理会籍转移，不必重复入会',
  en: 'A member already: they ask for a transfer themselves, nobody joins twice',
}

export const removeFoundingMember: Handler<typeof membership.removeFoundingMember> = async (
  ctx,
  { id, person },
) => {
  await requirePreparing(ctx, id)
  await tables(ctx)
    .deleteFrom('membership.founding_member')
    .where('founding_id', '=', id)
    .where('person_bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .execute()
  return { members: await countRoll(ctx, id) }
}

async function requirePreparing(ctx: Context, id: string): Promise<void> {
  const founding = await lockFounding(ctx, id)
  const one = await openCaseOf(ctx, id)
  requireOwn(ctx, founding, one)
  if (one.state !== 'preparing' && one.state !== 'result-returned') throw notPreparing()
}

const notPreparing = () =>
  conflict('not-preparing', {
    zh: '批复同意筹建之后、报送选举结果之前，才能登记会员。',
    en: 'Members are put down after the preparation was approved and before the election is reported.',
  })

export async function rollOf(ctx: Context, id: string): Promise<PersonKey[]> {
  return tables(ctx)
    .selectFrom('membership.founding_member')
    .select(['person_bk as bk', 'person_id as id'])
    .where('founding_id', '=', id)
    .orderBy('added_at')
    .orderBy('person_id')
    .limit(2_000)
    .execute()
}

export async function countRoll(ctx: Context, id: string): Promise<number> {
  const { members } = await tables(ctx)
    .selectFrom('membership.founding_member')
    .select(sql<number>`count(*)`.as('members'))
    .where('founding_id', '=', id)
    .executeTakeFirstOrThrow()
  return members
}
