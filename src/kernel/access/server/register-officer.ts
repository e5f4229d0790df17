import { personKeyText, personNames, registerPerson } from '#kernel/people/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { access } from '../contract.ts'
import { ensureAccount, linkPhone, phoneIndex } from './accounts.ts'
import { personsBehind } from './persons-behind.ts'
import { tables } from './tables.ts'

/**
 * Makes sure that a colleague is known and can sign in. A role is given by a command of its own. Somebody who was
 * known before keeps the phone that leads to them: or whoever knows a document could put their own phone to it,
 * and sign in as its holder with all that they hold.
 */
export const registerOfficer: Handler<typeof access.registerOfficer> = async (ctx, input) => {
  await requireAt(ctx, 'access.grant', input.organisationId)
  const { organisationId, ...identity } = input
  const { key: person, created } = await registerPerson(ctx, identity)
  if (created) await linkPhone(ctx, person, input.phone)
  else await requireLeadsTo(ctx, input.phone, person)
  ctx.auditNote.organisationId = organisationId
  ctx.auditNote.subjects = [`person:${person.bk}:${person.id}`]
  return { person }
}

/** A link that was proved, or a roster that names the phone: then the second proof is asked when they sign in. */
async function requireLeadsTo(ctx: Context, phone: string, person: PersonKey): Promise<void> {
  const behind = await personsBehind(ctx, await ensureAccount(ctx, phone))
  if (behind.some((one) => one.person.id === person.id)) return
  throw conflict('known-by-another-phone', {
    zh: '此人已登记，但登记的不是这个手机号。请按原手机号查找；换了号码的，请先更正其手机号。',
    en: 'This person is known, and not by this phone. Find them by theirs; where it changed, correct it first.',
  })
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
