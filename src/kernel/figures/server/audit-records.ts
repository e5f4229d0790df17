import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { figures } from '../contract.ts'
import type { Figure } from '../figure.ts'
import { asKnownNow } from './as-of.ts'
import { requireFigure } from './catalogue.ts'
import { recordPage } from './figure-records.ts'
import { rootOrganisation } from './root-organisation.ts'

/** The single records behind any figure, for an auditor of the whole city; who looked and why stays on record. */
export const auditRecords: Handler<typeof figures.auditRecords> = async (ctx, input) => {
  const figure = requireFigure(ctx, input.key)
  await requireAuditor(ctx, figure, input.reason)
  const at = await asKnownNow(ctx, input.asOf)
  const page = await recordPage(ctx, figure, at, input)
  ctx.auditNote.detail = { asOf: at.asOf, page: input.page, shown: page.rows.length, total: page.total }
  return page
}

export async function requireAuditor(ctx: Context, figure: Figure, reason: string): Promise<void> {
  const root = await rootOrganisation(ctx)
  await requireAt(ctx, 'figures.audit', root)
  Object.assign(ctx.auditNote, { organisationId: root, subjects: [`figure:${figure.key}`], reason })
}
