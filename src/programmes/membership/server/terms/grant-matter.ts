import {
  changeOrganisation,
  getOrganisation,
  madeBy,
  moveOrganisation,
  type Organisation,
} from '#kernel/organisations/index.ts'
import { act, findOpenCase } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import type { MatterContent } from '../../shapes-unions.ts'
import { dissolveUnion, mergeUnion } from '../dissolution/end-union.ts'
import { issueDocument } from '../document-numbers.ts'
import { insertElection } from '../founding/report-election.ts'
import { beginOffices, beginTerm, lastTerm } from './begin-term.ts'
import { getStandingUnion } from './get-union-row.ts'
import { MATTER, matterSubject } from './matter-procedure.ts'
import { requirePossible } from './propose-matter.ts'
import { tables, type MatterOutcome } from './tables.ts'

/** The decision, its paper and what follows from it, in one transaction: what cannot be carried out is not granted. */
export const grantMatter: Handler<typeof membership.grantMatter> = async (
  ctx,
  { matterId, seq, documentNumber },
) => {
  const matter = await getMatter(ctx, matterId)
  const union = await getStandingUnion(ctx, matter.organisationId)
  await requireAt(ctx, 'membership.approve-unions', union.parentId!)
  const open = await findOpenCase(ctx, MATTER, matterSubject(matterId))
  if (open === undefined) throw noSuchMatter()
  const moved = await act(ctx, open.id, 'grant', { seq, data: { documentNumber } })
  await requirePossible(ctx, union, matter.content)
  const outcome = await carryOut(ctx, union, { ...matter, id: matterId, documentNumber })
  await issueDocument(ctx, {
    issuerId: open.organisationId,
    number: documentNumber,
    kind: 'matter',
    subject: matterSubject(matterId),
  })
  await tables(ctx)
    .updateTable('membership.union_matter')
    .set({ carried_out_at: ctx.now, outcome: JSON.stringify(outcome) as never })
    .where('id', '=', matterId)
    .execute()
  return { ...moved, outcome }
}

type Matter = {
  readonly id: string
  readonly content: MatterContent
  readonly documentNumber: string
}

async function carryOut(ctx: Context, union: Organisation, matter: Matter): Promise<MatterOutcome> {
  const { content } = matter
  switch (content.kind) {
    case 'rename':
      await changeOrganisation(ctx, union.id, { name: content.name })
      return { before: union.name, after: content.name }
    case 'move':
      return move(ctx, union, content.toParentId)
    case 'merge':
      await requireDecidesFor(ctx, content.intoId)
      return mergeUnion(ctx, union, content.intoId)
    case 'dissolve':
      return dissolveUnion(ctx, union, matter.id)
    case 're-election':
      return elect(ctx, union.id, content.report)
    case 'by-election':
      return electBetween(ctx, union.id, content.report)
    case 'extension':
      return extend(ctx, union.id, content.untilDay, matter.documentNumber)
  }
}

/** Whoever takes a union in must be in the decider's reach too; otherwise the level that reaches both decides. */
const requireDecidesFor = (ctx: Context, organisationId: string) =>
  requireAt(ctx, 'membership.approve-unions', organisationId)

async function move(ctx: Context, union: Organisation, toParentId: string): Promise<MatterOutcome> {
  await requireDecidesFor(ctx, toParentId)
  const [before, after] = [
    await getOrganisation(ctx, union.parentId!),
    await getOrganisation(ctx, toParentId),
  ]
  await moveOrganisation(ctx, union.id, toParentId)
  return { before: before.name, after: after.name }
}

type Report = Extract<MatterContent, { kind: 're-election' }>['report']

async function elect(ctx: Context, organisationId: string, report: Report): Promise<MatterOutcome> {
  const termNo = await beginTerm(ctx, organisationId, report)
  await insertElection(ctx, { foundingId: null, organisationId }, report)
  return { termNo }
}

/** Into the term that runs; an office that is not vacant is not filled again (the database holds one chair). */
async function electBetween(ctx: Context, organisationId: string, report: Report): Promise<MatterOutcome> {
  const { no } = (await lastTerm(ctx, organisationId))!
  await beginOffices(ctx, organisationId, no, report)
  await insertElection(ctx, { foundingId: null, organisationId }, report)
  return { termNo: no, elected: report.officers.length }
}

async function extend(
  ctx: Context,
  organisationId: string,
  untilDay: string,
  documentNumber: string,
): Promise<MatterOutcome> {
  const { no } = (await lastTerm(ctx, organisationId))!
  await tables(ctx)
    .insertInto('membership.union_term_extension')
    .values({
      organisation_id: organisationId,
      term_no: no,
      until_day: untilDay,
      document_number: documentNumber,
      made_by: madeBy(ctx),
    })
    .execute()
  return { termNo: no, untilDay }
}

async function getMatter(ctx: Context, id: string) {
  const row = await tables(ctx)
    .selectFrom('membership.union_matter')
    .select(['organisation_id as organisationId', 'content'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw noSuchMatter()
  return row
}

export const noSuchMatter = () => notFound({ zh: '工会事项', en: 'matter' })
