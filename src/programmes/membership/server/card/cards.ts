import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { activeMembership } from '#kernel/memberships/index.ts'
import { survivorOf } from '#kernel/people/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { decrypt, encrypt } from '#platform/keys.ts'
import { cardSerial, RANDOM_BITS } from '../../rules/card-serial.ts'
import { codeOf, movingText } from '../../rules/moving-code.ts'
import { tables } from '../members-tables.ts'

export type Card = {
  readonly person: PersonKey
  readonly serial: string
  /** Key of the moving code. */
  readonly secret: Buffer
}

const PURPOSE = 'member-card'
const SECRET_BYTES = 32

export async function findCard(ctx: Context, person: PersonKey): Promise<Card | undefined> {
  const row = await tables(ctx)
    .selectFrom('membership.card')
    .select(['serial', 'secret_sealed'])
    .where('bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && { person, serial: row.serial, secret: openSecret(ctx, row.secret_sealed) }
}

/** The person's card, made on first use; two first uses at once make one. */
export async function ensureCard(ctx: Context, person: PersonKey): Promise<Card> {
  const known = await findCard(ctx, person)
  if (known !== undefined) return known
  const secret = randomBytes(SECRET_BYTES)
  await tables(ctx)
    .insertInto('membership.card')
    .values({
      bk: person.bk,
      person_id: person.id,
      id: newId(ctx.now.getTime()),
      serial: newSerial(person.bk),
      secret_sealed: encrypt(ctx.config.keys, PURPOSE, secret.toString('base64')),
      issued_at: ctx.now,
      ended_at: null,
    })
    .onConflict((clash) => clash.columns(['bk', 'person_id']).where('ended_at', 'is', null).doNothing())
    .execute()
  return (await findCard(ctx, person))!
}

export function newSerial(bk: number): string {
  const random = BigInt(`0x${randomBytes(8).toString('hex')}`) & ((1n << BigInt(RANDOM_BITS)) - 1n)
  return cardSerial(bk, random)
}

export async function findCardBySerial(ctx: Context, bk: number, serial: string): Promise<Card | undefined> {
  const row = await tables(ctx)
    .selectFrom('membership.card')
    .select(['person_id', 'secret_sealed'])
    .where('bk', '=', bk)
    .where('serial', '=', serial)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { person: { bk, id: row.person_id }, serial, secret: openSecret(ctx, row.secret_sealed) }
}

/** Whether the member's card is good: the standing of the person who holds it, following corrections and merges. */
export async function standingOf(ctx: Context, person: PersonKey) {
  const current = await activeMembership(ctx, await survivorOf(ctx, person))
  if (current === undefined) return { standing: 'none' as const, since: null, organisationId: null }
  return {
    standing: current.status as 'active' | 'retained',
    since: current.fromDay,
    organisationId: current.organisationId,
  }
}

export function isSignedBy(card: Card, window: number, code: string): boolean {
  const signature = createHmac('sha256', card.secret).update(movingText(card.serial, window)).digest()
  return timingSafeEqual(Buffer.from(codeOf(signature)), Buffer.from(code))
}

const openSecret = ({ config }: Context, sealed: Buffer) =>
  Buffer.from(decrypt(config.keys, PURPOSE, sealed), 'base64')
