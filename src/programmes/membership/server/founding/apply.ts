import { madeBy } from '#kernel/organisations/index.ts'
import { act, openCase } from '#kernel/review/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { encrypt } from '#platform/keys.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { lockFounding, openCaseOf } from './find-founding.ts'
import { foundingProcedure, foundingSubject } from './procedure.ts'
import { readApplication, type ReadApplication } from './read-application.ts'
import { tables } from './tables.ts'

export const applyToFound: Handler<typeof membership.applyToFound> = async (ctx, input) => {
  const read = await readApplication(ctx, input, cityDay(ctx.now))
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('membership.founding')
    .values({ id, account_id: callingAccount(ctx), filed_at: ctx.now, ...columnsOf(ctx, read) })
    .execute()
  await claimUnit(ctx, id, read)
  await insertFiling(ctx, id, 1, read)
  const { unionName, members } = input
  const opened = await openCase(ctx, foundingProcedure, {
    subject: foundingSubject(id),
    organisationId: read.levelAbove.id,
    summary: `${unionName}（会员${members}人）`,
    href: `/staff/unions/foundings/${id}`,
    applicantHref: `/unions/found/${id}`,
  })
  ctx.auditNote.subjects = [...(ctx.auditNote.subjects ?? []), `founding:${id}`]
  return { id, caseId: opened.id }
}

/** The level above stays the one that sent it back: another is another application. */
export const refileFounding: Handler<typeof membership.refileFounding> = async (
  ctx,
  { id, seq, application },
) => {
  const founding = await lockFounding(ctx, id)
  const one = await openCaseOf(ctx, id)
  const read = await readApplication(
    ctx,
    { ...application, levelAboveId: founding.level_above_id },
    cityDay(ctx.now),
  )
  const no = founding.filings + 1
  const moved = await act(ctx, one.id, 'refile', { seq })
  await tables(ctx).deleteFrom('membership.founding_unit').where('founding_id', '=', id).execute()
  await tables(ctx)
    .updateTable('membership.founding')
    .set({ ...columnsOf(ctx, read), filings: no, filed_at: ctx.now })
    .where('id', '=', id)
    .execute()
  await claimUnit(ctx, id, read)
  await insertFiling(ctx, id, no, read)
  return moved
}

/** Only an account reaches this; a partner's machine and the system do not found unions. */
function callingAccount({ actor }: Context): string {
  if (actor.kind !== 'account') throw new Error('a founding is applied for by somebody who signed in')
  return actor.accountId
}

function columnsOf(ctx: Context, { application }: ReadApplication) {
  const { contactPhone, ...content } = application
  return {
    level_above_id: application.levelAboveId,
    union_name: application.unionName,
    unit_name: application.unitName,
    unit_code: isOneOrMore(application) ? application.unitCode : null,
    unit_kind: application.unitKind,
    adcode: application.adcode,
    scope: application.scope,
    form: application.form,
    new_form: application.newForm,
    trade: application.trade,
    workers: application.workers,
    members: application.members,
    women_members: application.womenMembers,
    contact_name: application.contactName,
    contact_phone_sealed: encrypt(ctx.config.keys, 'phone', contactPhone),
    content: JSON.stringify({ ...content, contactPhone: '' }) as never,
  }
}

const isOneOrMore = ({ scope }: ReadApplication['application']) =>
  scope === 'one-unit' || scope === 'several-units'

/** One employer, one application at a time: the key refuses the second, and says so. */
async function claimUnit(ctx: Context, id: string, { application }: ReadApplication): Promise<void> {
  const { unitCode } = application
  if (!isOneOrMore(application) || unitCode === null) return
  await tables(ctx)
    .insertInto('membership.founding_unit')
    .values({ unit_code: unitCode, founding_id: id })
    .execute()
}

async function insertFiling(ctx: Context, id: string, no: number, read: ReadApplication): Promise<void> {
  await tables(ctx)
    .insertInto('membership.founding_filing')
    .values({
      founding_id: id,
      no,
      content: JSON.stringify({ ...read.application, contactPhone: '' }) as never,
      advice: JSON.stringify(read.advice.lines) as never,
      filed_at: ctx.now,
      made_by: madeBy(ctx),
    })
    .execute()
}
