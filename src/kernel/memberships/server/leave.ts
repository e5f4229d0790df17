import { madeBy } from '#kernel/organisations/index.ts'
import { addDays } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict, invalid, notFound } from '#platform/failures.ts'
import { admit, requireDayCome, requireUnion } from './admit.ts'
import { activeMembership, tables, type Membership } from './queries.ts'
import { writeHistory } from './write-history.ts'

export type Leaving = {
  readonly person: PersonKey
  /** The last day of the membership. */
  readonly lastDay: string
  /** `moved`: to a union that another city keeps; within this one see `transfer`. */
  readonly how: 'left' | 'expelled' | 'moved'
}

/** Ends the membership that lasts. Throws `not-found` for no member, `day-to-come`, `before-it-began`. */
export async function leave(ctx: Context, leaving: Leaving): Promise<Membership> {
  requireDayCome(ctx, leaving.lastDay)
  return end(ctx, await lockLasting(ctx, leaving.person), leaving.lastDay, leaving.how)
}

export type Transfer = {
  readonly person: PersonKey
  readonly toOrganisationId: string
  /** The first day in the new union; the old membership's last day is the one before. */
  readonly fromDay: string
  /** Unchanged where it is left out. */
  readonly newForm?: boolean
}

/** Ends one membership and begins the next, in the caller's transaction: never two, and no day between. */
export async function transfer(ctx: Context, wish: Transfer): Promise<Membership> {
  requireDayCome(ctx, wish.fromDay)
  await requireUnion(ctx, wish.toOrganisationId)
  const old = await lockLasting(ctx, wish.person)
  if (old.organisationId === wish.toOrganisationId) throw sameUnion()
  await end(ctx, old, addDays(wish.fromDay, -1), 'moved')
  return admit(ctx, {
    person: wish.person,
    organisationId: wish.toOrganisationId,
    fromDay: wish.fromDay,
    newForm: wish.newForm ?? old.newForm,
  })
}

/** Keeps a membership without a working union (retired, laid off, union dissolved), or brings it back. */
export async function setRetained(
  ctx: Context,
  change: { readonly person: PersonKey; readonly retained: boolean; readonly fromDay: string },
): Promise<Membership> {
  requireDayCome(ctx, change.fromDay)
  const current = await lockLasting(ctx, change.person)
  requireBegun(current, change.fromDay)
  const status = change.retained ? 'retained' : 'active'
  return current.status === status ? current : save(ctx, { ...current, status }, change.fromDay)
}

async function end(
  ctx: Context,
  current: Membership,
  lastDay: string,
  status: 'moved' | 'left' | 'expelled',
): Promise<Membership> {
  requireBegun(current, lastDay)
  return save(ctx, { ...current, status, toDay: lastDay }, addDays(lastDay, 1))
}

async function save(ctx: Context, changed: Membership, validFrom: string): Promise<Membership> {
  const next = { ...changed, version: changed.version + 1 }
  await tables(ctx)
    .updateTable('memberships.membership')
    .set({ status: next.status, to_day: next.toDay, version: next.version })
    .where('bk', '=', next.bk)
    .where('person_id', '=', next.personId)
    .where('id', '=', next.id)
    .execute()
  await writeHistory(ctx.db, [{ ...next, validFrom }], madeBy(ctx))
  return next
}

/** Held until the transaction ends, and read again once it is held. */
async function lockLasting(ctx: Context, person: PersonKey): Promise<Membership> {
  const seen = await activeMembership(ctx, person)
  if (seen === undefined) throw noMember()
  const held = await tables(ctx)
    .selectFrom('memberships.membership')
    .select(['version', 'status'])
    .where('bk', '=', seen.bk)
    .where('person_id', '=', seen.personId)
    .where('id', '=', seen.id)
    .where('to_day', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (held === undefined) throw noMember()
  return { ...seen, ...held }
}

function requireBegun(current: Membership, day: string): void {
  if (day >= current.fromDay) return
  throw invalid('before-it-began', {
    field: 'fromDay',
    reason: {
      zh: `现有会籍自${current.fromDay}开始，日期不能更早。`,
      en: `The membership began on ${current.fromDay}; the day cannot be earlier.`,
    },
  })
}

const noMember = () => notFound({ zh: '会籍', en: 'membership' })

const sameUnion = () =>
  conflict('same-union', {
    zh: '此人已经是这个工会的会员。',
    en: 'This person is a member of that union already.',
  })
