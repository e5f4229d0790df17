import type { Context, PersonKey } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { people } from '../contract.ts'
import { holdingsOfRow } from './holdings.ts'
import { holdsAtPerson, requireSeen } from './home.ts'
import { survivorOf } from './links.ts'
import { asPersonRows } from './list-people.ts'
import { getPerson, personKeyText } from './queries.ts'
import { maskPhone } from './rules/masks.ts'
import { openPhone } from './sealing.ts'

/** Two rows side by side, masked, with what hangs on each; what is alike is told without showing it. */
export const comparePeople: Handler<typeof people.comparePeople> = async (ctx, { first, second }) => {
  const rows = [await getPerson(ctx, first), await getPerson(ctx, second)] as const
  for (const row of rows) await requireSeen(ctx, 'people.read', row)
  const [one, other] = rows
  const phones = rows.map(({ phoneSealed }) => (phoneSealed === null ? null : openPhone(ctx, phoneSealed)))
  const may = await Promise.all(rows.map((row) => holdsAtPerson(ctx, 'people.merge', row)))
  const survivors = [await survivorOf(ctx, first), await survivorOf(ctx, second)].map(personKeyText)
  return {
    first: await sideOf(ctx, first, phones[0]!),
    second: await sideOf(ctx, second, phones[1]!),
    isSameName: one.name === other.name,
    isSamePhone: phones[0] !== null && phones[0] === phones[1],
    isMerged: survivors[0] === survivors[1],
    mayMerge:
      may.every(Boolean) &&
      rows.every(({ erasedAt }) => erasedAt === null) &&
      survivors[0] === personKeyText(first) &&
      survivors[1] === personKeyText(second),
  }
}

async function sideOf(ctx: Context, key: PersonKey, phone: string | null) {
  const row = await getPerson(ctx, key)
  const [shown] = await asPersonRows(ctx, [row])
  return {
    ...shown!,
    maskedPhone: phone === null ? null : maskPhone(phone),
    holdings: await holdingsOfRow(ctx, key),
  }
}
