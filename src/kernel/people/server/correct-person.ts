import type { Context, PersonKey } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { bucketOf } from '#platform/keys.ts'
import type { Handler } from '#platform/module.ts'
import type { DocumentKind, people } from '../contract.ts'
import { requireAtPerson, requireSeen } from './home.ts'
import { linkPerson, survivorOf } from './links.ts'
import { lockPerson, personKeyText, tables, type Person } from './queries.ts'
import { refuseIdentity, wrongPhone } from './read-identity.ts'
import { requireDocument } from './surroundings.ts'
import { insertPeople } from './register-people.ts'
import { readPersonName } from './rules/person-name.ts'
import { readPhone } from './rules/phone.ts'
import { documentIndex, openPhone, phoneIndex, sealPhone } from './sealing.ts'
import { erased } from './show-person.ts'

export type Correction = {
  readonly name?: string | undefined
  readonly phone?: string | null | undefined
  readonly document?: { readonly kind: DocumentKind; readonly number: string } | undefined
}

export const correctPerson: Handler<typeof people.correctPerson> = async (ctx, input) => {
  const current = await lockPerson(ctx, input)
  await requireSeen(ctx, 'people.read', current)
  await requireAtPerson(ctx, 'people.correct', current)
  if (current.version !== input.version) throw staleVersion(current)
  const { documentNumber: number, documentKind: kind = current.documentKind } = input
  ctx.auditNote.reason = input.reason
  const document = number === undefined ? undefined : { kind, number }
  return applyCorrection(ctx, current, { name: input.name, phone: input.phone, document }, input.reason)
}

/**
 * Carries out a correction on a row that is held. A new number decides a new bucket, so it makes a new row that
 * the old one points to; nothing else moves. Answers the row that stands for the person now.
 */
export async function applyCorrection(
  ctx: Context,
  current: Person,
  wish: Correction,
  reason: string,
): Promise<PersonKey & { version: number }> {
  await requireCurrent(ctx, current)
  const next = { name: readName(wish.name ?? current.name), phone: phoneAfter(ctx, current, wish.phone) }
  ctx.auditNote.subjects = [`person:${personKeyText(current)}`]
  if (wish.document !== undefined) return renumbered(ctx, current, wish.document, next, reason)
  const { keys } = ctx.config
  await tables(ctx)
    .updateTable('people.person')
    .set({
      name: next.name,
      phone_sealed: next.phone === null ? null : sealPhone(keys, next.phone),
      phone_index: next.phone === null ? null : phoneIndex(keys, next.phone),
      version: current.version + 1,
    })
    .where('bk', '=', current.bk)
    .where('id', '=', current.id)
    .execute()
  return { bk: current.bk, id: current.id, version: current.version + 1 }
}

async function renumbered(
  ctx: Context,
  current: Person,
  typed: { kind: DocumentKind; number: string },
  next: { name: string; phone: string | null },
  reason: string,
): Promise<PersonKey & { version: number }> {
  const document = await requireDocument(ctx, typed.kind, typed.number)
  const index = documentIndex(ctx.config.keys, document)
  const key = { bk: bucketOf(index), id: newId(ctx.now.getTime()) }
  const row = { ...next, document, index, key, homeOrganisationId: current.homeOrganisationId }
  const made = await insertPeople(ctx, [row])
  if (made.size === 0) throw numberTaken()
  await linkPerson(ctx, current, key, 'number-corrected', reason)
  ctx.auditNote.subjects?.push(`person:${personKeyText(key)}`)
  return { ...key, version: 1 }
}

/** Corrections go to the row that stands for the person; one that was replaced or erased is history. */
export async function requireCurrent(ctx: Context, person: Person): Promise<void> {
  if (person.erasedAt !== null) throw erased()
  if ((await survivorOf(ctx, person)).id === person.id) return
  throw conflict('person-replaced', {
    zh: '这条人员记录已被另一条取代，请在新记录上操作。',
    en: 'Another row stands for this person now. Work on that one.',
  })
}

function readName(typed: string): string {
  const verdict = readPersonName(typed)
  if (verdict.good === undefined) throw refuseIdentity([verdict.problem])
  return verdict.good
}

function phoneAfter(ctx: Context, current: Person, typed: string | null | undefined): string | null {
  if (typed === null) return null
  if (typed === undefined) return current.phoneSealed === null ? null : openPhone(ctx, current.phoneSealed)
  const phone = readPhone(typed)
  if (phone === undefined) throw invalid('phone', wrongPhone)
  return phone
}

const staleVersion = (current: Person) =>
  conflict('stale-version', {
    zh: `您打开之后，这条记录已被修改（现在是第${current.version}版）。请重新打开后再改。`,
    en: `The row was changed after you opened it (version ${current.version} now). Open it again first.`,
  })

const numberTaken = () =>
  conflict('document-taken', {
    zh: '这个证件号码已属于另一条人员记录。如果是同一个人，请用“合并”。',
    en: 'This document belongs to another row. If both are one person, merge them.',
  })
