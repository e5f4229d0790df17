import { requireAt } from '#platform/authorise.ts'
import { conflict, invalid, notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { claims } from '../../contract.ts'
import { claimsIn } from '../../relation-schema.ts'
import { relationProblem } from '../../rules/relations/relation-problem.ts'
import { tables } from '../tables.ts'
import { writingUnit, writtenBy } from '../written-by.ts'
import { checkClaims } from './check-claims.ts'
import { saidOf, standingClaims } from './claim-rows.ts'
import { verdictOf } from './verdict-of.ts'

export const recordRelation: Handler<typeof claims.recordRelation> = async (ctx, input) => {
  const organisationId = await writingUnit(ctx)
  const known = new Map((await standingClaims(ctx)).map((row) => [row.id, saidOf(row)]))
  if (!claimsIn(input.relation).every((id) => known.has(id))) throw unknownClaim()
  const problem = relationProblem(input.relation, known)
  if (problem !== undefined) throw invalid(problem.code ?? 'no-relation', problem)
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('claims.relation_version')
    .values({
      relation_id: id,
      version: 1,
      organisation_id: organisationId,
      code: input.code ?? null,
      title_zh: input.titleZh,
      title_en: input.titleEn,
      relation: JSON.stringify(input.relation),
      state: 'standing',
      reason: '',
      ...writtenBy(ctx),
    })
    .execute()
  Object.assign(ctx.auditNote, { organisationId, subjects: [`relation:${id}`] })
  return { id, verdict: await verdictOf(ctx, 'relation', id) }
}

/** What was recorded by mistake is withdrawn, and stays to be seen in the log; its claims are judged without it. */
export const withdrawRelation: Handler<typeof claims.withdrawRelation> = async (ctx, { id, reason }) => {
  const before = await tables(ctx)
    .selectFrom('claims.relation_version')
    .selectAll()
    .where('relation_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (before === undefined) throw notFound({ zh: '关系', en: 'relation' })
  await requireAt(ctx, 'claims.write', before.organisation_id)
  if (before.state === 'withdrawn') return {}
  const { recorded_at: _, ...row } = before
  await tables(ctx)
    .insertInto('claims.relation_version')
    .values({
      ...row,
      version: before.version + 1,
      relation: JSON.stringify(before.relation),
      state: 'withdrawn',
      reason,
      ...writtenBy(ctx),
    })
    .execute()
  Object.assign(ctx.auditNote, {
    organisationId: before.organisation_id,
    subjects: [`relation:${id}`],
    reason,
  })
  await checkClaims(ctx)
  return {}
}

export const checkClaimsNow: Handler<typeof claims.checkClaims> = async (ctx) => {
  const organisationId = await writingUnit(ctx)
  ctx.auditNote.organisationId = organisationId
  return checkClaims(ctx)
}

const unknownClaim = () =>
  invalid('unknown-claim', {
    field: 'relation',
    reason: {
      zh: '其中有的说法没有登记，或者已撤销。',
      en: 'It names a claim that is not recorded, or was withdrawn.',
    },
  })

export const relationChanged = () =>
  conflict('relation-changed', {
    zh: '这条关系刚刚被别人撤销，请刷新。',
    en: 'Somebody else has just withdrawn this relation; look again.',
  })
