import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { people } from '../contract.ts'
import { consentsOf } from './consents.ts'
import { holdingsOf } from './holdings.ts'
import { holdsAtPerson, requireAtPerson, requireSeen } from './home.ts'
import { survivorOf } from './links.ts'
import { asPersonRows, maskedDocumentOf } from './list-people.ts'
import { getPerson, personKeyText, requirePerson, tables, type Person } from './queries.ts'
import { requestsOf } from './requests.ts'
import { maskPhone } from './rules/masks.ts'
import { openDocument, openPhone } from './sealing.ts'

export const showPerson: Handler<typeof people.getPerson> = async (ctx, key) => {
  const found = await getPerson(ctx, key)
  await requireSeen(ctx, 'people.read', found)
  const survivor = await survivorOf(ctx, key)
  const [row] = await asPersonRows(ctx, [found])
  const may = (permission: string) => holdsAtPerson(ctx, permission, found)
  return {
    ...row!,
    maskedPhone: maskedPhoneOf(ctx, found),
    version: found.version,
    erasedAt: found.erasedAt,
    survivor: survivor.id === key.id ? null : survivor,
    holdings: await holdingsOf(ctx, survivor),
    openRequests: await countOpenRequests(ctx, key),
    mayReveal: found.erasedAt === null && (await may('people.reveal')),
    mayCorrect: found.erasedAt === null && (await may('people.correct')),
    mayMerge: found.erasedAt === null && (await may('people.merge')),
  }
}

/** The whole identity, once, for a reason that the audit log keeps. */
export const revealIdentity: Handler<typeof people.revealIdentity> = async (ctx, { bk, id, reason }) => {
  const found = await getPerson(ctx, { bk, id })
  await requireSeen(ctx, 'people.read', found)
  await requireAtPerson(ctx, 'people.reveal', found)
  if (found.documentSealed === null) throw erased()
  ctx.auditNote.subjects = [`person:${personKeyText(found)}`]
  ctx.auditNote.reason = reason
  if (found.homeOrganisationId !== null) ctx.auditNote.organisationId = found.homeOrganisationId
  return {
    name: found.name,
    documentKind: found.documentKind,
    documentNumber: openDocument(ctx, found.documentSealed),
    phone: found.phoneSealed === null ? null : openPhone(ctx, found.phoneSealed),
  }
}

export const erased = () =>
  conflict('person-erased', {
    zh: '此人的信息已按本人申请删除。',
    en: 'What was held about this person was deleted at their own request.',
  })

export const myRecords: Handler<typeof people.myRecords> = async (ctx) => {
  const me = await getPerson(ctx, await survivorOf(ctx, requirePerson(ctx)))
  return {
    name: me.name,
    documentKind: me.documentKind,
    maskedDocument: maskedDocumentOf(ctx, me) ?? '',
    maskedPhone: maskedPhoneOf(ctx, me),
    since: me.createdAt,
    holdings: await holdingsOf(ctx, me),
    consents: await consentsOf(ctx, me),
    requests: await requestsOf(ctx, me),
  }
}

const maskedPhoneOf = (ctx: Context, person: Person): string | null =>
  person.phoneSealed === null ? null : maskPhone(openPhone(ctx, person.phoneSealed))

async function countOpenRequests(ctx: Context, key: PersonKey): Promise<number> {
  const { open } = await tables(ctx)
    .selectFrom('people.request')
    .select((select) => select.fn.countAll<number>().as('open'))
    .where('bk', '=', key.bk)
    .where('person_id', '=', key.id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return open
}
