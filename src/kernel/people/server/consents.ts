import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { people } from '../contract.ts'
import { purposes, type Purpose, type PurposeId } from '../purposes.ts'
import { requirePerson, tables } from './queries.ts'

type Line = { purpose: string; given: boolean; version: number; at: Date }

/** Every line of a person's consents, oldest first. */
async function linesOf(ctx: Context, person: PersonKey): Promise<Line[]> {
  return tables(ctx)
    .selectFrom('people.consent')
    .select(['purpose', 'given', 'wording_version as version', 'recorded_at as at'])
    .where('bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .orderBy('recorded_at')
    .execute()
}

export async function consentsOf(ctx: Context, person: PersonKey) {
  const lines = await linesOf(ctx, person)
  return purposes.map((purpose) => {
    const history = lines.filter((line) => line.purpose === purpose.id)
    const last = history.at(-1)
    return {
      purpose: purpose.id,
      title: purpose.title,
      wording: purpose.wording,
      version: purpose.version,
      given: last?.given ?? false,
      outdated: last?.given === true && last.version !== purpose.version,
      history: history.map(({ given, version, at }) => ({ given, version, at })),
    }
  })
}

/** Whether the person agrees to this purpose now; a later part asks before it shows or sends anything. */
export async function hasConsent(ctx: Context, person: PersonKey, purpose: PurposeId): Promise<boolean> {
  const last = await tables(ctx)
    .selectFrom('people.consent')
    .select('given')
    .where('bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .where('purpose', '=', purpose)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.given ?? false
}

export const giveConsent: Handler<typeof people.giveConsent> = async (ctx, input) => {
  const purpose = purposes.find((known) => known.id === input.purpose)!
  if (purpose.version !== input.version) {
    throw conflict('wording-changed', {
      zh: '这项说明的文字已更新，请重新阅读后再同意。',
      en: 'The wording has changed since. Read it again before you consent.',
    })
  }
  return write(ctx, requirePerson(ctx), purpose, true)
}

/**
 * Writes down that somebody agreed to these purposes, in the words that stand now: for a form on which they ticked
 * them, each by itself, before a person was known behind it.
 */
export async function recordConsents(
  ctx: Context,
  person: PersonKey,
  given: readonly PurposeId[],
): Promise<void> {
  for (const purpose of purposes.filter(({ id }) => given.includes(id)))
    await write(ctx, person, purpose, true)
}

export const withdrawConsent: Handler<typeof people.withdrawConsent> = async (ctx, input) =>
  write(
    ctx,
    requirePerson(ctx),
    purposes.find((known) => known.id === input.purpose)!,
    false,
  )

async function write(
  ctx: Context,
  person: PersonKey,
  purpose: Purpose,
  given: boolean,
): Promise<{ given: boolean }> {
  const before = (await consentsOf(ctx, person)).find((row) => row.purpose === purpose.id)!
  ctx.auditNote.subjects = [...(ctx.auditNote.subjects ?? []), `consent:${purpose.id}`]
  // Saying the same again adds nothing to the record.
  if (before.given === given && !before.outdated) return { given }
  await keepWording(ctx, purpose)
  await tables(ctx)
    .insertInto('people.consent')
    .values({
      bk: person.bk,
      person_id: person.id,
      id: newId(ctx.now.getTime()),
      purpose: purpose.id,
      wording_version: purpose.version,
      given,
      origin: ctx.origin,
    })
    .execute()
  return { given }
}

/** The words agreed to are kept once a version, as they stood. */
async function keepWording(ctx: Context, purpose: Purpose): Promise<void> {
  await tables(ctx)
    .insertInto('people.consent_wording')
    .values({ purpose: purpose.id, version: purpose.version, zh: purpose.wording.zh, en: purpose.wording.en })
    .onConflict((clash) => clash.doNothing())
    .execute()
}
