import { membersOf } from '#kernel/memberships/index.ts'
import { notifyMany } from '#kernel/notifications/index.ts'
import type { Organisation } from '#kernel/organisations/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'

const KIND = 'membership.union-ends'

/** While it can still be chosen: nobody should learn of it from a card that no longer says a union. */
export async function tellProposed(ctx: Context, union: Organisation): Promise<void> {
  await notifyMany(ctx, await membersOf(ctx, union.id), {
    kind: KIND,
    title: { zh: '您的工会拟撤销', en: 'Your union may be dissolved' },
    body: {
      zh: `“${union.name}”拟撤销，正在等上一级工会批准。您的会籍不会丢：可以现在选好转入的工会；不选，会籍予以保留。`,
      en: `${union.name} may be dissolved; the level above decides. Your membership stays: choose the union to move to now, or it is kept for you.`,
    },
    href: '/unions/dissolution',
  })
}

export async function tellMoved(
  ctx: Context,
  people: readonly PersonKey[],
  union: Organisation,
  toName: string,
): Promise<void> {
  await notifyMany(ctx, people, {
    kind: KIND,
    title: { zh: '您的会籍已转移', en: 'Your membership was moved' },
    body: {
      zh: `“${union.name}”已不再存在，您的会籍已转到“${toName}”，会员证照常使用。`,
      en: `${union.name} is no more. Your membership is with ${toName} now; your card goes on.`,
    },
    href: '/membership',
  })
}

export async function tellRetained(
  ctx: Context,
  people: readonly PersonKey[],
  union: Organisation,
): Promise<void> {
  await notifyMany(ctx, people, {
    kind: KIND,
    title: { zh: '您的工会已撤销，会籍予以保留', en: 'Your union was dissolved; your membership is kept' },
    body: {
      zh: `“${union.name}”已撤销。您的会籍予以保留（工会法第十三条），可以随时申请转到别的工会。`,
      en: `${union.name} was dissolved. Your membership is kept (Trade Union Law, article 13); ask for a transfer whenever you like.`,
    },
    href: '/membership/move',
  })
}
