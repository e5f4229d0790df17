import { sql } from 'kysely'
import { personKeyText, personNames } from '#kernel/people/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { review } from '../contract.ts'
import { permissionIn } from '../rules/moves.ts'
import type { ReviewCase } from './case.ts'
import { getCaseFor, lockCase } from './find-case.ts'
import { officersFor, type Officer } from './officers.ts'
import { callingParty } from './parties.ts'
import { requireProcedure } from './procedures.ts'
import { tables } from './tables.ts'
import { tellOfficers } from './tell.ts'

/** Officers who may take this case on: they hold what its state waits for, and neither applied nor proposed. */
export const listAssignees: Handler<typeof review.listAssignees> = async (ctx, { id }) => {
  const one = await getCaseFor(ctx, id)
  await requireAt(ctx, 'review.reassign', one.organisationId)
  const rows = (await assigneesOf(ctx, one)).map(({ person, name, organisationName }) => ({
    person,
    name,
    organisationName,
  }))
  return { rows }
}

async function assigneesOf(ctx: Context, one: ReviewCase): Promise<Officer[]> {
  const { procedure } = requireProcedure(ctx, one.procedure)
  const permission = permissionIn(procedure.states[one.state]?.waitsFor)
  if (permission === undefined) return []
  const parties = [one.applicantWord, one.proposerWord]
  const seen = new Set<string>()
  return (await officersFor(ctx, permission, one.organisationPath)).filter(({ person }) => {
    const isNew = !seen.has(person.id) && !parties.includes(`person:${person.id}`)
    seen.add(person.id)
    return isNew
  })
}

export const reassign: Handler<typeof review.reassign> = async (ctx, { id, person, reason }) => {
  const one = await getCaseFor(ctx, id)
  await requireAt(ctx, 'review.reassign', one.organisationId)
  const locked = await lockCase(ctx, id)
  if (!locked.isOpen) throw ended()
  const fits = person === null || (await assigneesOf(ctx, locked)).some((one) => one.person.id === person.id)
  if (!fits) throw badAssignee()
  await assign(ctx, id, person, reason)
  if (person !== null) await tellOfficers(ctx, { ...locked, assignee: person }, 'assigned')
  ctx.auditNote.organisationId = one.organisationId
  ctx.auditNote.subjects = [`case:${id}`, ...(person === null ? [] : [`person:${personKeyText(person)}`])]
  ctx.auditNote.reason = reason
  const names = await personNames(ctx, person === null ? [] : [person])
  return { assigneeName: person === null ? null : (names.get(personKeyText(person)) ?? '') }
}

async function assign(ctx: Context, caseId: string, to: PersonKey | null, reason: string): Promise<void> {
  const maker = callingParty(ctx)
  await sql`insert into review.assignment
      (case_id, no, assignee_bk, assignee_id, made_by_bk, made_by_id, reason, at)
    select ${caseId}, coalesce(max(no), 0) + 1, ${to?.bk ?? null}, ${to?.id ?? null},
      ${maker.bk}, ${maker.id}, ${reason}, ${ctx.now}
    from review.assignment where case_id = ${caseId}`.execute(ctx.db)
  await tables(ctx)
    .updateTable('review.standing')
    .set({ assignee_bk: to?.bk ?? null, assignee_id: to?.id ?? null })
    .where('case_id', '=', caseId)
    .execute()
}

/** Open cases on a leaver's desk go to the successor; one that the successor proposed goes to whoever may. */
export async function handOver(ctx: Context, from: PersonKey, to: PersonKey): Promise<number> {
  const { rows } = await sql<{ id: string; isOwn: boolean }>`
    select s.case_id as id, ${`person:${to.id}`} in (c.applicant, c.proposer) as "isOwn"
    from review.standing s join review.case_file c on c.id = s.case_id
    where s.is_open and s.assignee_bk = ${from.bk} and s.assignee_id = ${from.id}
    order by s.case_id for update of s`.execute(ctx.db)
  for (const { id, isOwn } of rows) await assign(ctx, id, isOwn ? null : to, '经办人离岗移交')
  return rows.length
}

const ended = () => conflict('case-ended', { zh: '这个办件已经办结。', en: 'This case has ended.' })

const badAssignee = () =>
  invalid('assignee', {
    field: 'person',
    reason: {
      zh: '这位同事在这里没有办理这一步的权限，或者是申请人、提出人。',
      en: 'This officer does not hold what the step needs here, or applied for or proposed it.',
    },
  })
