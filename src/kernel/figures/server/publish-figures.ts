import type { Context, PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { freezeProposal } from './freeze-proposal.ts'
import { decide } from './proposals.ts'
import { tables } from './tables.ts'

type Signer = { readonly key: PersonKey; readonly name: string }

export type FiguresToPublish = {
  readonly organisationId: string
  /** 4 to 80 characters. */
  readonly title: string
  readonly asOf: string
  /** From `settledMoment`, called before anything was written in this transaction. */
  readonly recordedUpTo: Date
  readonly keys: readonly string[]
  readonly note: string
  /** The publication that this one corrects. */
  readonly corrects: string | null
  readonly proposedBy: Signer
  /** Somebody else; the database refuses the same person. */
  readonly approvedBy: Signer
}

/**
 * Publishes the figures that a text rests on, in the transaction that approves the text: the same proposal, decision and
 * freezing as the report's own. Whether the caller may approve the text is for the caller's part to ask.
 */
export async function publishFigures(
  ctx: Context,
  {
    organisationId,
    title,
    asOf,
    recordedUpTo,
    keys,
    note,
    corrects,
    proposedBy,
    approvedBy,
  }: FiguresToPublish,
): Promise<{ publicationId: string; digest: string }> {
  const proposal = {
    id: newId(ctx.now.getTime()),
    organisationId,
    title,
    asOf,
    keys: [...keys],
    note,
    corrects,
    proposedByBk: proposedBy.key.bk,
    proposedById: proposedBy.key.id,
  }
  await tables(ctx)
    .insertInto('figures.proposal')
    .values({
      id: proposal.id,
      organisation_id: organisationId,
      title,
      as_of: asOf,
      figure_keys: proposal.keys,
      note,
      corrects,
      proposed_by_bk: proposedBy.key.bk,
      proposed_by_id: proposedBy.key.id,
      proposed_by_name: proposedBy.name,
    })
    .execute()
  await decide(ctx, proposal, approvedBy, 'approved', '')
  return freezeProposal(ctx, proposal, { asOf, recordedUpTo })
}
