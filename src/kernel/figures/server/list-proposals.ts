import { sql } from 'kysely'
import { holdsAt, reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler, WorkItem } from '#platform/module.ts'
import type { figures } from '../contract.ts'
import { rootOrganisation } from './root-organisation.ts'
import { mayDecide, mayWithdraw } from './rules/who-decides.ts'
import { tables } from './tables.ts'

const WAITING_SHOWN_MAX = 20

const proposals = (ctx: Context, reach: readonly string[]) =>
  tables(ctx)
    .selectFrom('figures.proposal as proposal')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'proposal.organisation_id')
    .leftJoin('figures.decision as decision', 'decision.proposal_id', 'proposal.id')
    .leftJoin('figures.publication as publication', 'publication.proposal_id', 'proposal.id')
    .where(sql<boolean>`unit.path <@ any(${reach}::ltree[])`)

export const listProposals: Handler<typeof figures.listProposals> = async (ctx, input) => {
  const all = proposals(ctx, reachOf(ctx, 'figures.read'))
  const { total } = await all.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await all
    .select(['proposal.id', 'proposal.title', 'proposal.as_of as asOf', 'proposal.figure_keys as keys'])
    .select(['proposal.note', 'proposal.corrects', 'unit.name as organisationName'])
    .select(['proposal.proposed_by_bk as proposedByBk', 'proposal.proposed_by_id as proposedById'])
    .select(['proposal.proposed_by_name as proposedByName', 'proposal.proposed_at as proposedAt'])
    .select([
      'decision.outcome',
      'decision.decided_by_name as decidedByName',
      'decision.decided_at as decidedAt',
    ])
    .select(['decision.reason', 'publication.id as publicationId'])
    .orderBy('proposal.proposed_at', 'desc')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  const mayPublish = await holdsAt(ctx, 'figures.publish', await rootOrganisation(ctx))
  return {
    rows: rows.map(({ outcome, proposedByBk, proposedById, ...row }) => {
      const isOpen = outcome === null
      const proposed = { proposedByBk, proposedById }
      return {
        ...row,
        state: outcome ?? 'open',
        mayDecide: isOpen && mayPublish && person !== null && mayDecide(proposed, person),
        mayWithdraw: isOpen && person !== null && mayWithdraw(proposed, person),
      }
    }),
    total,
  }
}

/** What waits for an approver: open proposals of others. */
export async function waitingProposals(ctx: Context): Promise<readonly WorkItem[]> {
  if (ctx.actor.kind !== 'account' || ctx.actor.person === null) return []
  const { bk, id } = ctx.actor.person
  const rows = await proposals(ctx, reachOf(ctx, 'figures.publish'))
    .select(['proposal.title', 'proposal.proposed_at as since', 'unit.name as organisationName'])
    .where('decision.outcome', 'is', null)
    .where(sql<boolean>`(proposal.proposed_by_bk, proposal.proposed_by_id) <> (${bk}, ${id}::uuid)`)
    .orderBy('proposal.proposed_at')
    .limit(WAITING_SHOWN_MAX)
    .execute()
  return rows.map(({ title, since, organisationName }) => ({
    kind: 'figures.proposal',
    title: { zh: `待批准公布：${title}`, en: `To be published: ${title}` },
    href: '/staff/figures',
    since,
    organisationName,
  }))
}
