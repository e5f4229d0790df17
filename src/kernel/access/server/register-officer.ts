import { personKeyText, personNames, registerPerson } from '#kernel/people/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Handler } from '#platform/module.ts'
import type { access } from '../contract.ts'
import { linkPhone, phoneIndex } from './accounts.ts'
import { personsBehind } from './persons-behind.ts'
import { tables } from './tables.ts'

/** Makes sure that a colleague is known and can sign in. A role is given by a command of its own. */
export const registerOfficer: Handler<typeof access.registerOfficer> = async (ctx, input) => {
  await requireAt(ctx, 'access.grant', input.organisationId)
  const { organisationId, ...identity } = input
  const { key: person } = await registerPerson(ctx, identity)
  await linkPhone(ctx, person, input.phone)
  ctx.auditNote.organisationId = organisationId
  ctx.auditNote.subjects = [`person:${person.bk}:${person.id}`]
  return { person }
}

/** Whole names, since the officer who asks knows the number and must not give a role to a stranger. */
export const findByPhone: Handler<typeof access.findByPhone> = async (ctx, { phone }) => {
  const account = await tables(ctx)
    .selectFrom('access.account')
    .select('id')
    .where('phone_index', '=', phoneIndex(ctx.config.keys, phone))
    .executeTakeFirst()
  if (account === undefined) return { rows: [] }
  const persons = (await personsBehind(ctx, account.id)).map(({ person }) => person)
  const names = await personNames(ctx, persons)
  ctx.auditNote.subjects = persons.map(({ bk, id }) => `person:${bk}:${id}`)
  return { rows: persons.map((person) => ({ person, name: names.get(personKeyText(person)) ?? '' })) }
}
