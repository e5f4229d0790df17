import { sql } from 'kysely'
import { madeBy } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { termEnd } from '../../rules/terms/term-clock.ts'
import type { ElectionReport } from '../../shapes-unions.ts'
import { tables } from './tables.ts'

/**
 * A new term from the day of its election: whoever was in office leaves it that day, whoever was elected begins.
 * Answers the number of the term. Throws `term-overlaps` for an election that lies before the last one.
 */
export async function beginTerm(
  ctx: Context,
  organisationId: string,
  report: ElectionReport,
): Promise<number> {
  const { heldOn, termYears } = report
  const last = await lastTerm(ctx, organisationId)
  if (last !== undefined && last.fromDay >= heldOn) throw overlaps(last.fromDay)
  const no = (last?.no ?? 0) + 1
  await tables(ctx)
    .insertInto('membership.union_term')
    .values({
      organisation_id: organisationId,
      no,
      years: termYears,
      from_day: heldOn,
      until_day: termEnd(heldOn, termYears),
      made_by: madeBy(ctx),
    })
    .execute()
  await endOffices(ctx, organisationId, heldOn, `第${no}届委员会选举`)
  await beginOffices(ctx, organisationId, no, report)
  return no
}

export async function lastTerm(ctx: Context, organisationId: string) {
  return tables(ctx)
    .selectFrom('membership.union_term')
    .select(['no', 'from_day as fromDay', 'until_day as untilDay'])
    .where('organisation_id', '=', organisationId)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function endOffices(
  ctx: Context,
  organisationId: string,
  day: string,
  why: string,
): Promise<void> {
  await tables(ctx)
    .updateTable('membership.union_officer')
    .set({ until_day: sql`greatest(from_day, ${day}::date)`, why_ended: why })
    .where('organisation_id', '=', organisationId)
    .where('until_day', 'is', null)
    .execute()
}

/** Puts the elected into office from the day of the election. */
export async function beginOffices(
  ctx: Context,
  organisationId: string,
  termNo: number,
  { heldOn, officers }: Pick<ElectionReport, 'heldOn' | 'officers'>,
): Promise<void> {
  await tables(ctx)
    .insertInto('membership.union_officer')
    .values(
      officers.map(({ duty, name }) => ({
        id: newId(ctx.now.getTime()),
        organisation_id: organisationId,
        duty,
        name,
        term_no: termNo,
        from_day: heldOn,
        until_day: null,
        why_ended: null,
        made_by: madeBy(ctx),
      })),
    )
    .execute()
}

const overlaps = (fromDay: string) =>
  conflict('term-overlaps', {
    zh: `上一届自${fromDay}起任职，新的选举应在其后。`,
    en: `The last term began on ${fromDay}; a new election lies after it.`,
  })
