import { phoneOfAccount } from '#kernel/access/index.ts'
import { act, caseStates } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import type { ApplicationState } from '../../shapes-members.ts'
import { tables } from '../members-tables.ts'
import { openApplicant } from './applicant.ts'
import { getApplicationRow, noSuchApplication } from './applications.ts'
import { requireSeen } from './get-application.ts'
import { joiningProcedure, subjectOf } from './procedure.ts'

/** The decision with how the officer made sure of who it is; `review` asks whether this officer may decide it. */
export const decideApplication: Handler<typeof membership.decideApplication> = async (ctx, input) => {
  const application = await getApplicationRow(ctx, input.id)
  await requireSeen(ctx, application)
  await requireAt(ctx, 'membership.admit', application.organisationId)
  const subject = subjectOf(input.id)
  const stands = (await caseStates(ctx, joiningProcedure.id, [subject])).get(subject)
  if (stands === undefined) throw noSuchApplication()
  await tables(ctx)
    .updateTable('membership.application')
    .set({ identity_check: input.identity })
    .where('id', '=', input.id)
    .execute()
  const { state } = await act(ctx, stands.caseId, input.move, {
    seq: input.seq,
    note: input.note,
    data: { identity: input.identity },
  })
  const transfer = await tables(ctx)
    .selectFrom('membership.transfer')
    .select('id')
    .where('application_id', '=', input.id)
    .executeTakeFirst()
  return { state: state as ApplicationState, transferId: transfer?.id ?? null }
}

export const revealApplicant: Handler<typeof membership.revealApplicant> = async (ctx, { id, reason }) => {
  const application = await getApplicationRow(ctx, id)
  await requireSeen(ctx, application)
  await requireAt(ctx, 'membership.admit', application.organisationId)
  ctx.auditNote.organisationId = application.organisationId
  ctx.auditNote.subjects = [subjectOf(id)]
  ctx.auditNote.reason = reason
  const applicant = openApplicant(ctx, application)
  if (applicant === undefined) throw notFound({ zh: '申请人信息', en: 'applicant’s data' })
  return { ...applicant, phone: (await phoneOfAccount(ctx, application.accountId)) ?? null }
}
