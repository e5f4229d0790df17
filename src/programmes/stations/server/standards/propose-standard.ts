import { sql } from 'kysely'
import { ROOT_PATH } from '#kernel/organisations/index.ts'
import { openCase } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { tables } from '../tables.ts'
import { changedMeanwhile, lockDraft, makerOf, requireSound } from './drafts.ts'
import { standardProcedure, standardSubject } from './standard-procedure.ts'

/** Freezes the draft as the next version of its family and asks for it to be put in force; the city decides. */
export const proposeStandard: Handler<typeof stations.proposeStandard> = async (ctx, input) => {
  const draft = await lockDraft(ctx, input.draftId)
  await requireAt(ctx, 'stations.standards', draft.organisationId)
  if (draft.revision !== input.revision) throw changedMeanwhile(draft.madeBy)
  requireSound(draft.content)
  requireToCome(ctx, input.fromDay)
  const versionId = newId(ctx.now.getTime())
  const no = await insertVersion(ctx, versionId, draft)
  const opened = await openCase(ctx, standardProcedure, {
    subject: standardSubject(versionId),
    organisationId: await rootId(ctx),
    summary: `${draft.content.title.zh} 第${no}版，自${input.fromDay}起`,
    href: `/staff/stations/standards/versions/${versionId}`,
    applicantHref: `/staff/stations/standards/versions/${versionId}`,
    note: input.reason,
  })
  await tables(ctx)
    .insertInto('stations.standard_proposal')
    .values({ version_id: versionId, draft_id: draft.id, from_day: input.fromDay, case_id: opened.id })
    .execute()
  await tables(ctx).deleteFrom('stations.standard_draft').where('id', '=', draft.id).execute()
  ctx.auditNote.reason = input.reason
  ctx.auditNote.detail = { standard: draft.standard, no, fromDay: input.fromDay }
  return { versionId, caseId: opened.id }
}

/** Two who propose versions of one family at once get two numbers: the second waits for the first. */
async function insertVersion(ctx: Context, id: string, draft: Awaited<ReturnType<typeof lockDraft>>) {
  await sql`select pg_advisory_xact_lock(hashtext(${`stations.standard ${draft.standard}`}))`.execute(ctx.db)
  const { no } = await tables(ctx)
    .selectFrom('stations.standard_version')
    .select(sql<number>`coalesce(max(no), 0) + 1`.as('no'))
    .where('standard', '=', draft.standard)
    .executeTakeFirstOrThrow()
  await tables(ctx)
    .insertInto('stations.standard_version')
    .values({
      id,
      standard: draft.standard,
      no,
      content: JSON.stringify(draft.content),
      ...makerOf(ctx),
      made_at: ctx.now,
    })
    .execute()
  return no
}

function requireToCome(ctx: Context, fromDay: string): void {
  const today = cityDay(ctx.now)
  if (fromDay >= today) return
  throw invalid('day-is-over', {
    field: 'fromDay',
    reason: { zh: `${fromDay}已经过去。`, en: `${fromDay} is over.` },
    accepted: { zh: `${today}或以后的日期`, en: `${today} or later` },
  })
}

async function rootId(ctx: Context): Promise<string> {
  const { id } = await tables(ctx)
    .selectFrom('organisations.organisation')
    .select('id')
    .where('path', '=', ROOT_PATH)
    .executeTakeFirstOrThrow()
  return id
}
