import { admitMany } from '#kernel/memberships/index.ts'
import { createOrganisation, madeBy } from '#kernel/organisations/index.ts'
import { act } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { kindOfForm } from '../../rules/founding/kind-of-form.ts'
import { threshold } from '../../rules/founding/thresholds.ts'
import { issueDocument } from '../document-numbers.ts'
import { beginTerm } from '../terms/begin-term.ts'
import { insertProfile } from '../terms/write-profile.ts'
import { lockFounding, openCaseOf, type FoundingRow } from './find-founding.ts'
import { foundingSubject } from './procedure.ts'
import { latestElection } from './report-election.ts'
import { rollOf } from './roll.ts'
import { tables } from './tables.ts'

export const approveFounding: Handler<typeof membership.approveFounding> = async (
  ctx,
  { id, seq, documentNumber },
) => {
  const founding = await lockDecided(ctx, id)
  const moved = await act(ctx, (await openCaseOf(ctx, id)).id, 'approve', {
    seq,
    data: { documentNumber },
  })
  await issueDocument(ctx, {
    issuerId: founding.level_above_id,
    number: documentNumber,
    kind: 'preparation',
    subject: foundingSubject(id),
  })
  return moved
}

export const returnFounding: Handler<typeof membership.returnFounding> = async (
  ctx,
  { id, seq, missing, reason },
) => {
  await lockDecided(ctx, id)
  const list = missing.map((point, at) => `${at + 1}. ${point}`).join('；')
  const moved = await act(ctx, (await openCaseOf(ctx, id)).id, 'return', {
    seq,
    reason: `${reason}（需补正：${list}）`.slice(0, 1000),
  })
  await tables(ctx)
    .insertInto('membership.founding_return')
    .values({ founding_id: id, at: ctx.now, missing, made_by: madeBy(ctx) })
    .execute()
  return moved
}

/**
 * The union stands from here on: in the tree, with its face, its first term and officers, and everybody on the roll as
 * a member from today (会籍自批准之日起). All in one transaction with the decision.
 */
export const registerUnion: Handler<typeof membership.registerUnion> = async (
  ctx,
  { id, seq, documentNumber },
) => {
  const founding = await lockDecided(ctx, id)
  const subject = foundingSubject(id)
  const moved = await act(ctx, (await openCaseOf(ctx, id)).id, 'register', {
    seq,
    data: { documentNumber },
  })
  const organisationId = await createUnion(ctx, founding)
  const election = (await latestElection(ctx, id))!
  await beginTerm(ctx, organisationId, election)
  const admitted = await admitRoll(ctx, founding, organisationId)
  await issueDocument(ctx, {
    issuerId: founding.level_above_id,
    number: documentNumber,
    kind: 'election',
    subject,
  })
  await tables(ctx)
    .updateTable('membership.founding')
    .set({ organisation_id: organisationId })
    .where('id', '=', id)
    .execute()
  ctx.auditNote.subjects = [...(ctx.auditNote.subjects ?? []), `organisation:${organisationId}`]
  return { ...moved, organisationId, members: admitted }
}

/** Held; decided only where the caller decides for the level above that it was sent to. */
async function lockDecided(ctx: Context, id: string): Promise<FoundingRow> {
  const founding = await lockFounding(ctx, id)
  await requireAt(ctx, 'membership.approve-unions', founding.level_above_id)
  return founding
}

async function createUnion(ctx: Context, founding: FoundingRow): Promise<string> {
  const today = cityDay(ctx.now)
  const made = await createOrganisation(ctx, {
    parentId: founding.level_above_id,
    kind: kindOfForm(founding.form),
    name: founding.union_name,
    adcode: founding.adcode,
    validFrom: today,
  })
  const many = threshold('womenCommitteeMembers', today).value
  await insertProfile(ctx, made.id, {
    form: founding.form,
    newForm: founding.new_form,
    trade: founding.trade,
    foundedOn: today,
    workers: founding.workers,
    women:
      founding.women_members === 0 ? null : founding.women_members >= many ? 'committee' : 'commissioner',
  })
  return made.id
}

async function admitRoll(ctx: Context, founding: FoundingRow, organisationId: string): Promise<number> {
  const roll = await rollOf(ctx, founding.id)
  const admitted = await admitMany(
    ctx,
    roll.map((person) => ({
      person,
      organisationId,
      fromDay: cityDay(ctx.now),
      newForm: founding.new_form,
    })),
  )
  return admitted.length
}
