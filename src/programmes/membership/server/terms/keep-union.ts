import { changeOrganisation } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import { conflict, invalid } from '#platform/failures.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { kindOfForm } from '../../rules/founding/kind-of-form.ts'
import { byElectionDue } from '../../rules/terms/term-clock.ts'
import { requireElection } from '../election-faults.ts'
import { insertElection } from '../founding/report-election.ts'
import { beginTerm } from './begin-term.ts'
import { findProfile, formOfKind, getStandingUnion, noSuchUnion } from './get-union-row.ts'
import { tables } from './tables.ts'
import { insertProfile, updateProfile } from './write-profile.ts'

export const keepUnion: Handler<typeof membership.keepUnion> = async (ctx, { id, version, ...profile }) => {
  await requireAt(ctx, 'membership.keep-union', id)
  const union = await getStandingUnion(ctx, id)
  if (kindOfForm(profile.form) !== union.kind) throw wrongForm()
  if (profile.foundedOn > cityDay(ctx.now)) throw dayToCome('foundedOn')
  await lockUnion(ctx, id)
  const current = await findProfile(ctx, id)
  if ((current?.version ?? 0) !== version) throw changedMeanwhile()
  if (current === undefined) await insertProfile(ctx, id, profile)
  else await updateProfile(ctx, id, version + 1, profile)
  ctx.auditNote.organisationId = id
  return { version: version + 1 }
}

/** Two that keep one union wait for each other. */
const lockUnion = (ctx: Context, id: string) =>
  tables(ctx)
    .selectFrom('membership.union_profile')
    .select('organisation_id')
    .where('organisation_id', '=', id)
    .forUpdate()
    .execute()

/** What was elected before there was this register; nothing is decided by it but what stood already. */
export const recordTerm: Handler<typeof membership.recordTerm> = async (ctx, { id, report }) => {
  const union = await getStandingUnion(ctx, id)
  await requireAt(ctx, 'membership.approve-unions', union.parentId!)
  const profile = await findProfile(ctx, id)
  const form = profile?.form ?? formOfKind(union.kind)
  requireElection(ctx, report, { form, isEnterprise: true, needsChair: true })
  const termNo = await beginTerm(ctx, id, report)
  await insertElection(ctx, { foundingId: null, organisationId: id }, report)
  ctx.auditNote.organisationId = id
  return { termNo }
}

/** 基层工会法人登记管理办法: the certificate carries the union's own code, which begins with 81. */
export const recordLegalPerson: Handler<typeof membership.recordLegalPerson> = async (
  ctx,
  { id, creditCode },
) => {
  const union = await getStandingUnion(ctx, id)
  await requireAt(ctx, 'membership.approve-unions', union.parentId!)
  await changeOrganisation(ctx, id, { creditCode })
  return { creditCode }
}

export const vacateOffice: Handler<typeof membership.vacateOffice> = async (
  ctx,
  { officerId, untilDay, why },
) => {
  const office = await tables(ctx)
    .selectFrom('membership.union_officer')
    .select(['organisation_id as organisationId', 'duty', 'from_day as fromDay', 'until_day as ended'])
    .where('id', '=', officerId)
    .forUpdate()
    .executeTakeFirst()
  if (office === undefined) throw noSuchUnion()
  await requireAt(ctx, 'membership.keep-union', office.organisationId)
  if (office.ended !== null) throw leftAlready()
  if (untilDay > cityDay(ctx.now)) throw dayToCome('untilDay')
  if (untilDay < office.fromDay) throw beforeBegun(office.fromDay)
  await tables(ctx)
    .updateTable('membership.union_officer')
    .set({ until_day: untilDay, why_ended: why })
    .where('id', '=', officerId)
    .execute()
  ctx.auditNote.organisationId = office.organisationId
  ctx.auditNote.reason = why
  return { byElectionDueOn: office.duty === 'chair' ? byElectionDue(untilDay) : null }
}

const wrongForm = () =>
  invalid('wrong-form', {
    field: 'form',
    reason: {
      zh: '这种形式与它在组织树中的类别不符；变更形式要按建会办理。',
      en: 'This form does not fit the kind that it has in the tree; another form is another founding.',
    },
  })

const dayToCome = (field: string) =>
  invalid('day-to-come', {
    field,
    reason: { zh: '日期不能晚于今天。', en: 'The day cannot lie in the future.' },
  })

const beforeBegun = (fromDay: string) =>
  invalid('before-begun', {
    field: 'untilDay',
    reason: { zh: `任职自${fromDay}开始，离任不能更早。`, en: `The office began on ${fromDay}.` },
  })

const changedMeanwhile = () =>
  conflict('stale-version', {
    zh: '您打开之后，别人已经修改了它。请刷新后对照再保存。',
    en: 'Somebody changed it after you opened it. Look again before saving.',
  })

const leftAlready = () =>
  conflict('left-already', { zh: '已经登记过离任。', en: 'The departure is on record already.' })
