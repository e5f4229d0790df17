import { madeBy } from '#kernel/organisations/index.ts'
import { randomBytes } from 'node:crypto'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict, forbidden, notFound } from '#platform/failures.ts'
import { decrypt } from '#platform/keys.ts'
import type { Handler } from '#platform/module.ts'
import type { people } from '../contract.ts'
import { applyCorrection, requireCurrent, type Correction } from './correct-person.ts'
import { requireAtPerson, requireSeen } from './home.ts'
import { sameAs } from './links.ts'
import { lockPerson, personKeyText, tables, type Person } from './queries.ts'

/** Granting carries the wish out; refusing needs an answer that the person reads. Nobody settles their own. */
export const decideRequest: Handler<typeof people.decideRequest> = async (ctx, input) => {
  const current = await lockPerson(ctx, input.person)
  await requireSeen(ctx, 'people.read', current)
  await requireAtPerson(ctx, 'people.correct', current)
  const decider = ctx.actor.kind === 'account' ? ctx.actor.person : null
  if (decider !== null && decider.id === current.id) throw forbidden('people.correct')
  const request = await openRequest(ctx, current, input.id)
  if (input.decision === 'granted') await carryOut(ctx, current, request, input.answer)
  await tables(ctx)
    .updateTable('people.request')
    .set({
      state: input.decision,
      decided_at: ctx.now,
      decided_by: madeBy(ctx),
      decided_by_bk: decider?.bk ?? null,
      decided_by_id: decider?.id ?? null,
      answer: input.answer,
    })
    .where('bk', '=', current.bk)
    .where('person_id', '=', current.id)
    .where('id', '=', input.id)
    .execute()
  note(ctx, current, input.id, input.answer)
  return { state: input.decision }
}

type OpenRequest = {
  kind: 'correction' | 'deletion'
  field: 'name' | 'document' | 'phone' | 'other' | null
  wish: Buffer | null
}

async function openRequest(ctx: Context, person: PersonKey, id: string): Promise<OpenRequest> {
  const row = await tables(ctx)
    .selectFrom('people.request')
    .select(['kind', 'field', 'wish_sealed as wish', 'state'])
    .where('bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '申请', en: 'request' })
  if (row.state === 'open') return row
  throw conflict('already-decided', {
    zh: '这件申请已经办结。',
    en: 'This request is settled already.',
  })
}

async function carryOut(ctx: Context, person: Person, request: OpenRequest, reason: string): Promise<void> {
  if (request.kind === 'deletion') return erase(ctx, person)
  const wish = decrypt(ctx.config.keys, 'request', request.wish!)
  const correction = correctionOf(request.field, wish)
  if (correction !== undefined) await applyCorrection(ctx, person, correction, reason)
}

/** `other` is a wish in words: the officer does what is needed where it is kept, and says so in the answer. */
function correctionOf(field: OpenRequest['field'], wish: string): Correction | undefined {
  if (field === 'name') return { name: wish }
  if (field === 'phone') return { phone: wish }
  return field === 'document' ? { document: { kind: 'resident-id', number: wish } } : undefined
}

const ERASED_NAME = '（已删除）'

/**
 * What identifies the person goes, in every module; the key stays, so that figures still count what was. A random
 * value replaces the blind index: the same document, registered again, is a new person.
 */
async function erase(ctx: Context, person: Person): Promise<void> {
  await requireCurrent(ctx, person)
  await tables(ctx)
    .updateTable('people.person')
    .set({
      name: ERASED_NAME,
      blind_index: randomBytes(32),
      document_sealed: null,
      phone_sealed: null,
      phone_index: null,
      erased_at: ctx.now,
      version: person.version + 1,
    })
    .where('bk', '=', person.bk)
    .where('id', '=', person.id)
    .execute()
  for (const key of await sameAs(ctx, person)) {
    for (const module of ctx.modules) await module.forget?.(ctx, key)
  }
}

function note(ctx: Context, person: Person, requestId: string, reason: string): void {
  ctx.auditNote.subjects = [`request:${requestId}`, `person:${personKeyText(person)}`]
  ctx.auditNote.reason = reason
  if (person.homeOrganisationId !== null) ctx.auditNote.organisationId = person.homeOrganisationId
}
