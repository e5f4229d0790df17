import { reachOf, requireAt } from '#platform/authorise.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict, forbidden, notFound } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { figures } from '../contract.ts'
import { dayAsked } from './as-of.ts'
import { requireFigure } from './catalogue.ts'
import { noSuchPublication } from './published.ts'
import { organisationAt, rootOrganisation } from './root-organisation.ts'
import { mayDecide, mayWithdraw } from './rules/who-decides.ts'
import { tables } from './tables.ts'

type Signer = { readonly key: PersonKey; readonly name: string }

/** Who signs: a known person, never a job, a machine or the operator. */
export function requireSigner(ctx: Context): Signer {
  const { actor } = ctx
  if (actor.kind !== 'account' || actor.person === null) throw forbidden('person')
  return { key: actor.person, name: actor.name }
}

/** Proposed from wherever the caller stands highest; what may be published is decided for the whole city. */
export const proposePublication: Handler<typeof figures.proposePublication> = async (ctx, input) => {
  const signer = requireSigner(ctx)
  const [highest = ''] = reachOf(ctx, 'figures.propose').toSorted((a, b) => a.length - b.length)
  const organisationId = await organisationAt(ctx, highest)
  await requireAt(ctx, 'figures.propose', organisationId)
  const keys = [...new Set(input.keys)]
  for (const key of keys) requireFigure(ctx, key)
  if (input.corrects !== undefined) await requirePublication(ctx, input.corrects)
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('figures.proposal')
    .values({
      id,
      organisation_id: organisationId,
      title: input.title,
      as_of: dayAsked(ctx, input.asOf),
      figure_keys: keys,
      note: input.note,
      corrects: input.corrects ?? null,
      proposed_by_bk: signer.key.bk,
      proposed_by_id: signer.key.id,
      proposed_by_name: signer.name,
    })
    .execute()
  Object.assign(ctx.auditNote, { organisationId, subjects: [`proposal:${id}`] })
  return { id }
}

async function requirePublication(ctx: Context, id: string): Promise<void> {
  const row = await tables(ctx)
    .selectFrom('figures.publication')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw noSuchPublication()
}

export const withdrawProposal: Handler<typeof figures.withdrawProposal> = async (ctx, input) => {
  const signer = requireSigner(ctx)
  const proposal = await requireProposal(ctx, input.id)
  await requireAt(ctx, 'figures.propose', proposal.organisationId)
  if (!mayWithdraw(proposal, signer.key)) throw notYours()
  await decide(ctx, proposal, signer, 'withdrawn', '')
  return {}
}

export const declineProposal: Handler<typeof figures.declineProposal> = async (ctx, input) => {
  await requireAt(ctx, 'figures.publish', await rootOrganisation(ctx))
  const signer = requireSigner(ctx)
  const proposal = await requireProposal(ctx, input.id)
  if (!mayDecide(proposal, signer.key)) throw ownProposal()
  await decide(ctx, proposal, signer, 'declined', input.reason)
  ctx.auditNote.reason = input.reason
  return {}
}

export type Proposal = Awaited<ReturnType<typeof requireProposal>>

export async function requireProposal(ctx: Context, id: string) {
  const row = await tables(ctx)
    .selectFrom('figures.proposal')
    .select(['id', 'organisation_id as organisationId', 'title', 'as_of as asOf', 'figure_keys as keys'])
    .select(['note', 'corrects', 'proposed_by_bk as proposedByBk', 'proposed_by_id as proposedById'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '提请', en: 'proposal' })
  return row
}

/** The one decision that a proposal gets; a second one, or one's own, the database refuses by itself. */
export async function decide(
  ctx: Context,
  proposal: Proposal,
  signer: Signer,
  outcome: 'approved' | 'declined' | 'withdrawn',
  reason: string,
): Promise<void> {
  await tables(ctx)
    .insertInto('figures.decision')
    .values({
      proposal_id: proposal.id,
      outcome,
      proposed_by_bk: proposal.proposedByBk,
      proposed_by_id: proposal.proposedById,
      decided_by_bk: signer.key.bk,
      decided_by_id: signer.key.id,
      decided_by_name: signer.name,
      reason,
    })
    .execute()
  Object.assign(ctx.auditNote, {
    organisationId: proposal.organisationId,
    subjects: [`proposal:${proposal.id}`],
  })
}

export const ownProposal = () =>
  conflict('own-proposal', {
    zh: '不能批准或退回自己提请的公布，请由另一位同事办理。',
    en: 'Nobody approves or declines what they proposed; a colleague must do it.',
  })

export const alreadyDecided = () =>
  conflict('already-decided', {
    zh: '这份提请已经有了结果，请刷新查看。',
    en: 'This proposal has been decided already; look again.',
  })

const notYours = () =>
  conflict('not-yours', {
    zh: '只有提请人可以撤回。',
    en: 'Only whoever proposed it may withdraw it.',
  })
