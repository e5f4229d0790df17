import { sql } from 'kysely'
import { organisationNames } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { MatterContent } from '../../shapes-unions.ts'
import { newestCase, standingOf, stoodColumns, type Stood } from '../case-standing.ts'
import { documentsAbout } from '../document-numbers.ts'
import { MATTER, matterProcedure, matterSubject } from './matter-procedure.ts'
import type { MatterOutcome } from './tables.ts'

type Row = Stood & {
  readonly id: string
  readonly kind: MatterContent['kind']
  readonly content: MatterContent
  readonly reason: string
  readonly proposedAt: Date
  readonly madeBy: string
  readonly outcome: MatterOutcome | null
}

/** The matters of a union, newest first, each with where its case stands. At most a hundred. */
export async function mattersOf(ctx: Context, organisationId: string) {
  const { rows } = await sql<Row>`
    select m.id, m.kind, m.content, m.reason, m.proposed_at as "proposedAt", m.made_by as "madeBy", m.outcome,
      ${stoodColumns}
    from membership.union_matter m
    join ${newestCase(MATTER, sql`${MATTER} || ':' || m.id`)} stood on true
    where m.organisation_id = ${organisationId} order by m.proposed_at desc, m.id desc limit 100`.execute(
    ctx.db,
  )
  const names = await organisationNames(
    ctx,
    rows.flatMap(({ content }) => targetOf(content) ?? []),
  )
  const papers = await documentsAbout(
    ctx,
    rows.map(({ id }) => matterSubject(id)),
  )
  return rows.map(({ caseId, state, dueOn, ...row }) => ({
    ...row,
    targetName: names.get(targetOf(row.content) ?? '') ?? null,
    documentNumber: papers.find(({ subject }) => subject === matterSubject(row.id))?.number ?? null,
    standing: standingOf(matterProcedure, { caseId, state, dueOn }),
  }))
}

function targetOf(content: MatterContent): string | undefined {
  if (content.kind === 'move') return content.toParentId
  return content.kind === 'merge' ? content.intoId : undefined
}
