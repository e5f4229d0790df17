import { findOpenCase, getCaseFor, type ReviewCase } from '#kernel/review/index.ts'
import { conflict, forbidden, notFound } from '#platform/failures.ts'
import type { Context } from '#platform/context.ts'
import { FOUNDING, foundingSubject } from './procedure.ts'
import { tables } from './tables.ts'

const row = (ctx: Context, id: string) =>
  tables(ctx).selectFrom('membership.founding').selectAll().where('id', '=', id)

export type FoundingRow = NonNullable<Awaited<ReturnType<ReturnType<typeof row>['executeTakeFirst']>>>

export const noSuchFounding = () => notFound({ zh: '建会申请', en: 'application' })

/** Throws `not-found`. */
export async function getFoundingRow(ctx: Context, id: string): Promise<FoundingRow> {
  const found = await row(ctx, id).executeTakeFirst()
  if (found === undefined) throw noSuchFounding()
  return found
}

/** Held until the transaction ends, so that two who send at once do it one after the other. */
export async function lockFounding(ctx: Context, id: string): Promise<FoundingRow> {
  const found = await row(ctx, id).forUpdate().executeTakeFirst()
  if (found === undefined) throw noSuchFounding()
  return found
}

/** The case under way; `not-found` for whoever may not read it, `case-over` where none is open. */
export async function openCaseOf(ctx: Context, id: string): Promise<ReviewCase> {
  const open = await findOpenCase(ctx, FOUNDING, foundingSubject(id))
  if (open === undefined) throw caseOver()
  return getCaseFor(ctx, open.id)
}

/** Whoever applied: the account that sent it, or the person behind it wherever they sign in. */
export function isOwn(ctx: Context, founding: FoundingRow, one: Pick<ReviewCase, 'applicant'>): boolean {
  const { actor } = ctx
  if (actor.kind !== 'account') return false
  return (
    actor.accountId === founding.account_id ||
    (actor.person !== null && actor.person.id === one.applicant?.id)
  )
}

export function requireOwn(ctx: Context, founding: FoundingRow, one: ReviewCase): void {
  if (!isOwn(ctx, founding, one)) throw forbidden('membership.founding')
}

const caseOver = () =>
  conflict('case-over', {
    zh: '这件建会申请已经办结，不能再改。',
    en: 'This application has come to its end and no longer changes.',
  })
