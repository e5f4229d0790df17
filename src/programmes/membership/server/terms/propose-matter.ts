import { findOrganisation, madeBy, mayStandBelow, type Organisation } from '#kernel/organisations/index.ts'
import { openCase } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { extensionLimit } from '../../rules/terms/term-clock.ts'
import type { MatterContent } from '../../shapes-unions.ts'
import { tellProposed } from '../dissolution/tell-members.ts'
import { requireElection } from '../election-faults.ts'
import { lastTerm } from './begin-term.ts'
import { findProfile, formOfKind, getStandingUnion, unionKinds } from './get-union-row.ts'
import { matterProcedure, matterSubject } from './matter-procedure.ts'
import { matterWords } from './matter-words.ts'
import { tables } from './tables.ts'

export const proposeMatter: Handler<typeof membership.proposeMatter> = async (
  ctx,
  { id, content, reason },
) => {
  await requireAt(ctx, 'membership.keep-union', id)
  const union = await getStandingUnion(ctx, id)
  await requirePossible(ctx, union, content)
  const matterId = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('membership.union_matter')
    .values({
      id: matterId,
      organisation_id: id,
      kind: content.kind,
      content: JSON.stringify(content) as never,
      reason,
      proposed_at: ctx.now,
      made_by: madeBy(ctx),
      carried_out_at: null,
      outcome: null,
    })
    .execute()
  const opened = await openCase(ctx, matterProcedure, {
    subject: matterSubject(matterId),
    organisationId: union.parentId!,
    summary: `${union.name}：${matterWords[content.kind].zh}`,
    href: `/staff/unions/${id}?matter=${matterId}`,
    applicantHref: `/staff/unions/${id}?matter=${matterId}`,
    note: reason,
  })
  if (content.kind === 'dissolve') await tellProposed(ctx, union)
  return { matterId, caseId: opened.id }
}

/** Asked again when it is granted, since weeks may lie between. */
export async function requirePossible(
  ctx: Context,
  union: Organisation,
  content: MatterContent,
): Promise<void> {
  if (content.kind === 'move') return requireParent(ctx, union, content.toParentId)
  if (content.kind === 'merge') return requireInto(ctx, union, content.intoId)
  if (content.kind === 'dissolve') return requireUnitEnded(ctx, content)
  if (content.kind === 'extension') return requireExtension(ctx, union.id, content.untilDay)
  if (content.kind === 're-election' || content.kind === 'by-election')
    return requireElectable(ctx, union, content)
  if (content.kind === 'rename' && content.name === union.name) throw sameName()
}

async function requireParent(ctx: Context, union: Organisation, toParentId: string): Promise<void> {
  const parent = await findOrganisation(ctx, toParentId)
  const isFit =
    parent !== undefined &&
    parent.state === 'active' &&
    parent.id !== union.parentId &&
    mayStandBelow(union.kind, parent.kind)
  if (!isFit) throw wrongTarget('toParentId')
}

async function requireInto(ctx: Context, union: Organisation, intoId: string): Promise<void> {
  const into = await findOrganisation(ctx, intoId)
  const isFit =
    into !== undefined &&
    into.state === 'active' &&
    into.id !== union.id &&
    (unionKinds as readonly string[]).includes(into.kind) &&
    !into.path.startsWith(`${union.path}.`)
  if (!isFit) throw wrongTarget('intoId')
}

/** 工会法 article 13: no union is dissolved at will; where its unit ended, the day of it is named. */
async function requireUnitEnded(
  ctx: Context,
  { unitEnded, unitEndedOn }: Extract<MatterContent, { kind: 'dissolve' }>,
): Promise<void> {
  if (!unitEnded) return
  if (unitEndedOn === null || unitEndedOn > cityDay(ctx.now)) throw unitEndMissing()
}

async function requireExtension(ctx: Context, organisationId: string, untilDay: string): Promise<void> {
  const term = await lastTerm(ctx, organisationId)
  if (term === undefined) throw noTerm()
  const limit = extensionLimit(term.untilDay)
  if (untilDay <= term.untilDay || untilDay > limit) throw beyondExtension(term.untilDay, limit)
  const already = await tables(ctx)
    .selectFrom('membership.union_term_extension')
    .select('until_day')
    .where('organisation_id', '=', organisationId)
    .where('term_no', '=', term.no)
    .executeTakeFirst()
  if (already !== undefined) throw extendedAlready()
}

async function requireElectable(
  ctx: Context,
  union: Organisation,
  content: Extract<MatterContent, { kind: 're-election' | 'by-election' }>,
): Promise<void> {
  const profile = await findProfile(ctx, union.id)
  const form = profile?.form ?? formOfKind(union.kind)
  requireElection(ctx, content.report, {
    form,
    isEnterprise: true,
    needsChair: content.kind === 're-election',
  })
  const term = await lastTerm(ctx, union.id)
  if (term === undefined && content.kind === 'by-election') throw noTerm()
  if (term !== undefined && content.report.heldOn <= term.fromDay) throw beforeTerm(term.fromDay)
}

const sameName = () =>
  invalid('same-name', {
    field: 'name',
    reason: { zh: '与现在的名称相同。', en: 'It has this name already.' },
  })

const wrongTarget = (field: string) =>
  invalid('wrong-target', {
    field: `content.${field}`,
    reason: {
      zh: '请选择一个在用的、能作为目标的组织，不能是它自己或现在的上级。',
      en: 'Choose an active organisation that can take it; neither itself nor where it stands now.',
    },
  })

const unitEndMissing = () =>
  invalid('unit-end-missing', {
    field: 'content.unitEndedOn',
    reason: {
      zh: '请填写单位终止或被撤销的日期，不晚于今天。',
      en: 'Give the day on which the unit ended, not after today.',
    },
  })

const noTerm = () =>
  conflict('no-term', {
    zh: '还没有登记届期，请先由上一级工会补录。',
    en: 'No term is on record; the level above puts it down first.',
  })

const beyondExtension = (untilDay: string, limit: string) =>
  invalid('beyond-extension', {
    field: 'content.untilDay',
    reason: {
      zh: `本届到${untilDay}届满。工会法规定任期三年或者五年，没有规定延长；延期换届最多到${limit}。`,
      en: `The term ends on ${untilDay}. The law knows terms of three or five years and no extension; an election is postponed to ${limit} at the latest.`,
    },
    accepted: { zh: `${untilDay}之后，${limit}及以前`, en: `after ${untilDay}, by ${limit}` },
  })

const extendedAlready = () =>
  conflict('extended-already', {
    zh: '本届已经批准过一次延期换届，不能再延。',
    en: 'This term’s election was postponed once already.',
  })

const beforeTerm = (fromDay: string) =>
  invalid('before-term', {
    field: 'content.report.heldOn',
    reason: {
      zh: `本届自${fromDay}开始，选举应在其后。`,
      en: `The term began on ${fromDay}; elect after it.`,
    },
  })
