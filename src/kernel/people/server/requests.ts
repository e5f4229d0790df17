import { cityDay } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { encrypt } from '#platform/keys.ts'
import type { Handler } from '#platform/module.ts'
import type { people } from '../contract.ts'
import { survivorOf } from './links.ts'
import { requirePerson, tables } from './queries.ts'
import { readWish } from './read-wish.ts'

/** GB/T 35273-2020, 8.7: a person is answered within thirty days. */
const ANSWER_DAYS = 30
const OPEN_MAX = 10

const dueDay = (now: Date) => cityDay(new Date(now.getTime() + ANSWER_DAYS * 86_400_000))

const requestColumns = [
  'id',
  'kind',
  'field',
  'explanation',
  'state',
  'due_on as dueOn',
  'made_at as madeAt',
  'decided_at as decidedAt',
  'answer',
] as const

/** A person's own requests, newest first. */
export async function requestsOf(ctx: Context, person: PersonKey) {
  return tables(ctx)
    .selectFrom('people.request')
    .select(requestColumns)
    .where('bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .orderBy('made_at', 'desc')
    .limit(100)
    .execute()
}

export const requestCorrection: Handler<typeof people.requestCorrection> = async (ctx, input) => {
  const wish = await readWish(ctx, input.field, input.wish)
  return ask(ctx, {
    kind: 'correction',
    field: input.field,
    wish_sealed: encrypt(ctx.config.keys, 'request', wish),
    explanation: input.explanation,
  })
}

export const requestDeletion: Handler<typeof people.requestDeletion> = async (ctx, input) =>
  ask(ctx, { kind: 'deletion', field: null, wish_sealed: null, explanation: input.explanation })

type Wish = {
  kind: 'correction' | 'deletion'
  field: 'name' | 'document' | 'phone' | 'other' | null
  wish_sealed: Buffer | null
  explanation: string
}

async function ask(ctx: Context, wish: Wish): Promise<{ id: string; dueOn: string }> {
  const person = await survivorOf(ctx, requirePerson(ctx))
  await requireRoom(ctx, person)
  const id = newId(ctx.now.getTime())
  const dueOn = dueDay(ctx.now)
  await tables(ctx)
    .insertInto('people.request')
    .values({ bk: person.bk, person_id: person.id, id, due_on: dueOn, ...wish })
    .execute()
  ctx.auditNote.subjects = [`request:${id}`]
  return { id, dueOn }
}

async function requireRoom(ctx: Context, person: PersonKey): Promise<void> {
  const { open } = await tables(ctx)
    .selectFrom('people.request')
    .select((select) => select.fn.countAll<number>().as('open'))
    .where('bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  if (open < OPEN_MAX) return
  throw conflict('too-many-requests', {
    zh: `您已有${open}件申请在办理，请等其中一件办结。`,
    en: `${open} of your requests are open; wait for one to be settled.`,
  })
}
