import { requireAt } from '#platform/authorise.ts'
import type { Handler } from '#platform/module.ts'
import type { figures } from '../contract.ts'
import type { PublicationListener } from '../figure.ts'
import { freezeProposal } from './freeze-proposal.ts'
import { decide, ownProposal, requireProposal, requireSigner } from './proposals.ts'
import { rootOrganisation } from './root-organisation.ts'
import { mayDecide } from './rules/who-decides.ts'
import { settledMoment } from './settle.ts'

/** Freezes the proposed figures; whoever proposed them does not approve. */
export const approvePublication: Handler<typeof figures.approvePublication> = async (ctx, input) => {
  await requireAt(ctx, 'figures.publish', await rootOrganisation(ctx))
  const signer = requireSigner(ctx)
  const proposal = await requireProposal(ctx, input.id)
  if (!mayDecide(proposal, signer.key)) throw ownProposal()
  // First of all: whoever waited for a row of ours would be waited for.
  const at = { asOf: proposal.asOf, recordedUpTo: await settledMoment(ctx) }
  await decide(ctx, proposal, signer, 'approved', '')
  const { publicationId, digest, figures: count } = await freezeProposal(ctx, proposal, at)
  ctx.auditNote.subjects = [`publication:${publicationId}`, `proposal:${proposal.id}`]
  // The digest stands in the audit log too, under a seal of its own: a changed publication has two witnesses.
  ctx.auditNote.detail = { digest, figures: count, asOf: at.asOf }
  for (const module of ctx.modules) await (module as Partial<PublicationListener>).figuresPublished?.(ctx)
  return { publicationId, digest }
}
