import type { Context, PersonKey } from '#platform/context.ts'
import { forbidden, notFound } from '#platform/failures.ts'
import { tables } from '../members-tables.ts'

const columns = [
  'id',
  'organisation_id as organisationId',
  'account_id as accountId',
  'person_bk as personBk',
  'person_id as personId',
  'document_kind',
  'name_sealed',
  'document_sealed',
  'document_index as documentIndex',
  'employment',
  'source',
  'consents',
  'state',
  'applied_at as appliedAt',
  'identity_check as identityCheck',
  'letter_from',
  'letter_number',
  'letter_on',
] as const

export type Application = NonNullable<Awaited<ReturnType<typeof findApplication>>>

export async function findApplication(ctx: Context, id: string) {
  return tables(ctx)
    .selectFrom('membership.application')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Throws `not-found`. */
export async function getApplicationRow(ctx: Context, id: string): Promise<Application> {
  const found = await findApplication(ctx, id)
  if (found === undefined) throw noSuchApplication()
  return found
}

/** The one under way; otherwise the last, as long as its outcome may interest whoever applied. */
export async function latestApplication(
  ctx: Context,
  accountId: string,
  since: Date,
): Promise<Application | undefined> {
  return tables(ctx)
    .selectFrom('membership.application')
    .select(columns)
    .where('account_id', '=', accountId)
    .where((e) =>
      e.or([e('state', 'in', ['checking', 'returned', 'second-look']), e('applied_at', '>', since)]),
    )
    .orderBy('applied_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export const personOf = ({
  personBk,
  personId,
}: Pick<Application, 'personBk' | 'personId'>): PersonKey | undefined =>
  personBk === null || personId === null ? undefined : { bk: personBk, id: personId }

export const noSuchApplication = () => notFound({ zh: '入会申请', en: 'application' })

/** Who signed in; throws `forbidden` for a job or a partner's machine, which join nothing. */
export function requireAccount(ctx: Context): { accountId: string; person: PersonKey | null } {
  if (ctx.actor.kind !== 'account') throw forbidden('account')
  return { accountId: ctx.actor.accountId, person: ctx.actor.person }
}
