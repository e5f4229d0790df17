import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { permissionsOf } from '../rules/moves.ts'
import type { ReviewCase } from './case.ts'
import { callersWords } from './parties.ts'
import { noSuchCase, proceduresOf } from './procedures.ts'

type Row = Omit<ReviewCase, 'applicant' | 'assignee'> & {
  readonly applicantBk: number | null
  readonly applicantId: string | null
  readonly assigneeBk: number | null
  readonly assigneeId: string | null
}

const columns = sql`
  c.id, c.procedure, c.subject, c.summary, c.organisation_id as "organisationId", o.name as "organisationName",
  o.path::text as "organisationPath", c.href, c.applicant_href as "applicantHref",
  c.applicant_bk as "applicantBk", c.applicant_id as "applicantId", c.applicant_account as "applicantAccount",
  c.applicant as "applicantWord", c.proposer as "proposerWord", c.opened_at as "openedAt",
  s.state, s.seq, s.is_open as "isOpen", s.since, s.due_on as "dueOn",
  s.due_beyond_published as "dueBeyondPublished", s.assignee_bk as "assigneeBk", s.assignee_id as "assigneeId"`

const from = sql`review.case_file c
  join review.standing s on s.case_id = c.id
  join organisations.organisation o on o.id = c.organisation_id`

/** The case, whoever asks; undefined where there is none. */
export async function findCase(ctx: Context, id: string): Promise<ReviewCase | undefined> {
  return first(ctx, sql`c.id = ${id}`)
}

/** The open case about a subject; there is one at most a procedure. */
export async function findOpenCase(
  ctx: Context,
  procedureId: string,
  subject: string,
): Promise<ReviewCase | undefined> {
  return first(ctx, sql`s.procedure = ${procedureId} and s.subject = ${subject} and s.is_open`)
}

/** Holds the case until the transaction ends: of two who act at once, the second sees what the first did. */
export async function lockCase(ctx: Context, id: string): Promise<ReviewCase> {
  const locked = await sql`select from review.standing where case_id = ${id} for update`.execute(ctx.db)
  const found = locked.rows.length === 0 ? undefined : await findCase(ctx, id)
  if (found === undefined) throw noSuchCase()
  return found
}

/** Throws `not-found` for whoever may not read it, so that nobody learns which cases there are. */
export async function getCaseFor(ctx: Context, id: string): Promise<ReviewCase> {
  const found = await findCase(ctx, id)
  if (found === undefined || !(await mayRead(ctx, found))) throw noSuchCase()
  return found
}

/**
 * Whoever must decide a thing may read it: holders, at the case's unit or above, of any permission that its
 * procedure names; besides them the applicant, who acts for them, who opened it, and auditors.
 */
export async function mayRead(ctx: Context, reviewCase: ReviewCase): Promise<boolean> {
  const reviewed = proceduresOf(ctx.modules).get(reviewCase.procedure)
  if (reviewed === undefined) return false
  if ([...permissionsOf(reviewed.procedure), 'review.read'].some((one) => holdsHere(ctx, one, reviewCase)))
    return true
  const words = await callersWords(ctx)
  if (words.has(reviewCase.applicantWord) || words.has(reviewCase.proposerWord)) return true
  return (await reviewed.actsForApplicant?.(ctx, reviewCase)) ?? false
}

/** A partner's machine reaches its unit for its own operations, and decides nothing. */
export const holdsHere = (ctx: Context, permission: string, { organisationPath }: ReviewCase): boolean =>
  ctx.actor.kind !== 'partner' &&
  reachOf(ctx, permission).some(
    (unit) => organisationPath === unit || organisationPath.startsWith(`${unit}.`),
  )

async function first(ctx: Context, where: ReturnType<typeof sql>): Promise<ReviewCase | undefined> {
  const { rows } = await sql<Row>`select ${columns} from ${from} where ${where}`.execute(ctx.db)
  return rows[0] === undefined ? undefined : asCase(rows[0])
}

function asCase({ applicantBk, applicantId, assigneeBk, assigneeId, ...row }: Row): ReviewCase {
  return { ...row, applicant: keyOf(applicantBk, applicantId), assignee: keyOf(assigneeBk, assigneeId) }
}

const keyOf = (bk: number | null, id: string | null) => (bk === null || id === null ? null : { bk, id })
