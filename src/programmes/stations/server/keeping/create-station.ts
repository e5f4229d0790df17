import { requireAt } from '#platform/authorise.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { judgeDraft } from './judge-draft.ts'
import { writeStation } from './write-station.ts'

export const createStation: Handler<typeof stations.createStation> = async (ctx, input) => {
  await requireAt(ctx, 'stations.edit', input.organisationId)
  const draft = await judgeDraft(ctx, input.draft, input.confirmed)
  const { id, code, version } = await writeStation(ctx, {
    draft,
    organisationId: input.organisationId,
    reason: '',
  })
  ctx.auditNote.organisationId = input.organisationId
  ctx.auditNote.subjects = [`station:${id}`]
  ctx.auditNote.detail = { code, confirmed: input.confirmed.join(' ') }
  return { code, version }
}
