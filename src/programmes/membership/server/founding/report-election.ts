import { madeBy } from '#kernel/organisations/index.ts'
import { act } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { threshold } from '../../rules/founding/thresholds.ts'
import type { ElectionReport } from '../../shapes-unions.ts'
import { requireElection } from '../election-faults.ts'
import { lockFounding, openCaseOf, requireOwn, type FoundingRow } from './find-founding.ts'
import { countRoll } from './roll.ts'
import { tables } from './tables.ts'

export const reportElection: Handler<typeof membership.reportElection> = async (ctx, { id, seq, report }) => {
  const founding = await lockFounding(ctx, id)
  const one = await openCaseOf(ctx, id)
  requireOwn(ctx, founding, one)
  requireElection(ctx, report, {
    form: founding.form,
    isEnterprise: founding.unit_kind === 'enterprise',
    needsChair: true,
  })
  await requireRoll(ctx, founding, report)
  const moved = await act(ctx, one.id, 'report', { seq })
  await insertElection(ctx, { foundingId: id, organisationId: null }, report)
  return moved
}

/** The roll is what counts: a committee of its own from 25 members on, an organiser only below. */
async function requireRoll(ctx: Context, founding: FoundingRow, report: ElectionReport): Promise<void> {
  const members = await countRoll(ctx, founding.id)
  if (members === 0) throw noRoll()
  if (report.meeting === 'members' && report.entitled !== members) throw entitledDiffers(members)
  const { value: own } = threshold('ownCommitteeMembers', report.heldOn)
  if (founding.form === 'organiser' && members >= own) throw tooManyForOrganiser(members, own)
}

export async function insertElection(
  ctx: Context,
  of: { readonly foundingId: string | null; readonly organisationId: string | null },
  report: ElectionReport,
): Promise<string> {
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('membership.election_report')
    .values({
      id,
      founding_id: of.foundingId,
      organisation_id: of.organisationId,
      held_on: report.heldOn,
      meeting: report.meeting,
      entitled: report.entitled,
      present: report.present,
      term_years: report.termYears,
      officers: JSON.stringify(report.officers) as never,
      reported_at: ctx.now,
      made_by: madeBy(ctx),
    })
    .execute()
  return id
}

export async function latestElection(ctx: Context, foundingId: string) {
  const row = await tables(ctx)
    .selectFrom('membership.election_report')
    .selectAll()
    .where('founding_id', '=', foundingId)
    .orderBy('reported_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...reportOf(row), reportedAt: row.reported_at }
}

type Row = {
  held_on: string
  meeting: ElectionReport['meeting']
  entitled: number
  present: number
  term_years: number
  officers: ElectionReport['officers']
}

const reportOf = (row: Row): ElectionReport => ({
  heldOn: row.held_on,
  meeting: row.meeting,
  entitled: row.entitled,
  present: row.present,
  termYears: row.term_years === 3 ? 3 : 5,
  officers: row.officers,
})

const noRoll = () =>
  conflict('no-roll', {
    zh: '请先登记会员，再报送选举结果。',
    en: 'Put the members down first, then report the election.',
  })

const entitledDiffers = (members: number) =>
  invalid('entitled-differs', {
    field: 'report.entitled',
    reason: {
      zh: `会员大会的应到会人数应为名册上的${members}名会员。`,
      en: `A meeting of all members has as many entitled as the roll has members: ${members}.`,
    },
  })

const tooManyForOrganiser = (members: number, own: number) =>
  conflict('own-committee-due', {
    zh: `名册上已有${members}名会员，达到${own}人，应当建立基层工会委员会。请撤回后按委员会形式申请。`,
    en: `The roll has ${members} members, ${own} or more: a committee is a duty. Withdraw and apply for that form.`,
  })
