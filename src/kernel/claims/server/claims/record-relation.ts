import { invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { claims } from '../../contract.ts'
import { claimsIn } from '../../relation-schema.ts'
import { tables } from '../tables.ts'
import { writingUnit, writtenBy } from '../written-by.ts'
import { checkClaims } from './check-claims.ts'
import { standingClaims } from './claim-rows.ts'
import { verdictOf } from './verdict-of.ts'

export const recordRelation: Handler<typeof claims.recordRelation> = async (ctx, input) => {
  const organisationId = await writingUnit(ctx)
  const known = new Set((await standingClaims(ctx)).map(({ id }) => id))
  if (!claimsIn(input.relation).every((id) => known.has(id))) throw unknownClaim()
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
