import { activeMembership, setRetained, type Membership } from '#kernel/memberships/index.ts'
import { notify } from '#kernel/notifications/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import type { membership } from '../../contract.ts'
import { noSuchMember } from './members.ts'

/** Retired, laid off, union dissolved (工会法 article 13): the membership lasts without a union that works. */
export const retainMember: Handler<typeof membership.retainMember> = async (ctx, input) => {
  await changeable(ctx, input.person, 'active')
  const { status } = await setRetained(ctx, { person: input.person, retained: true, fromDay: input.fromDay })
  note(ctx, input.reason, { why: input.why, fromDay: input.fromDay })
  await tell(ctx, input.person, { zh: '会籍已保留', en: 'Your membership is kept' }, input.reason)
  return { status }
}

export const resumeMember: Handler<typeof membership.resumeMember> = async (ctx, input) => {
  await changeable(ctx, input.person, 'retained')
  const { status } = await setRetained(ctx, { person: input.person, retained: false, fromDay: input.fromDay })
  note(ctx, input.reason, { fromDay: input.fromDay })
  await tell(ctx, input.person, { zh: '会籍已恢复', en: 'You are on the roll again' }, input.reason)
  return { status }
}

async function changeable(
  ctx: Context,
  person: PersonKey,
  status: 'active' | 'retained',
): Promise<Membership> {
  const current = await activeMembership(ctx, person)
  if (current === undefined) throw noSuchMember()
  await requireAt(ctx, 'membership.standing', current.organisationId)
  ctx.auditNote.organisationId = current.organisationId
  ctx.auditNote.subjects = [`person:${person.bk}:${person.id}`]
  if (current.status !== status) throw notSo(status)
  return current
}

function note(ctx: Context, reason: string, detail: Record<string, string>): void {
  ctx.auditNote.reason = reason
  ctx.auditNote.detail = detail
}

const tell = (ctx: Context, person: PersonKey, title: Text, reason: string) =>
  notify(ctx, {
    to: { person },
    kind: 'membership.standing',
    title,
    body: { zh: `说明：${reason}`, en: `Reason: ${reason}` },
    href: '/membership',
  })

const notSo = (status: 'active' | 'retained') =>
  status === 'active'
    ? conflict('retained-already', { zh: '会籍已是保留状态。', en: 'This membership is retained already.' })
    : conflict('active-already', { zh: '会籍并未保留。', en: 'This membership is on the roll.' })
