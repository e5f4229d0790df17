import type { Handler } from '#platform/module.ts'
import { invalid } from '#platform/failures.ts'
import type { people } from '../contract.ts'
import { requireCurrent } from './correct-person.ts'
import { requireAtPerson, requireSeen } from './home.ts'
import { linkPerson } from './links.ts'
import { lockPerson, personKeyText } from './queries.ts'

/**
 * Two rows that turned out to be one person: a link is written, and every record stays where it is. What must not stand
 * twice, modules end in the same transaction.
 */
export const mergePeople: Handler<typeof people.mergePeople> = async (ctx, { from, into, reason }) => {
  if (personKeyText(from) === personKeyText(into)) throw sameRow()
  // Locked in one order, so that two merges of the same pair cannot wait for one another.
  const [first, second] = personKeyText(from) < personKeyText(into) ? [from, into] : [into, from]
  const rows = [await lockPerson(ctx, first), await lockPerson(ctx, second)]
  for (const row of rows) {
    await requireSeen(ctx, 'people.read', row)
    await requireAtPerson(ctx, 'people.merge', row)
    await requireCurrent(ctx, row)
  }
  for (const { beforeMerge } of ctx.modules) await beforeMerge?.(ctx, from, into)
  await linkPerson(ctx, from, into, 'same-person', reason)
  for (const module of ctx.modules) await module.merging?.(ctx, from, into)
  ctx.auditNote.subjects = [from, into].map((key) => `person:${personKeyText(key)}`)
  ctx.auditNote.reason = reason
  return into
}

const sameRow = () =>
  invalid('same-row', {
    field: 'into',
    reason: { zh: '请选择另一条人员记录。', en: 'Choose another row.' },
  })
