import { sql } from 'kysely'
import { getOrganisation, madeBy } from '#kernel/organisations/index.ts'
import { setHomes, survivorOf } from '#kernel/people/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { membershipsOf, type Membership } from './queries.ts'
import { writeHistory } from './write-history.ts'

export type Admission = {
  readonly person: PersonKey
  readonly organisationId: string
  /** The first day; the union's approval decides it. */
  readonly fromDay: string
  readonly newForm: boolean
}

/**
 * Puts a person on a union's roll. The caller has checked who may. Throws `not-a-union`, `day-to-come`,
 * `member-already`, `days-overlap`; the database holds "one lasting membership a person" against every race.
 */
export async function admit(ctx: Context, wish: Admission): Promise<Membership> {
  await requireUnion(ctx, wish.organisationId)
  requireDayCome(ctx, wish.fromDay)
  const person = await survivorOf(ctx, wish.person)
  requireFree(await membershipsOf(ctx, person), wish.fromDay)
  const [made] = await insertMemberships(ctx, [{ ...wish, person }])
  return made!
}

/**
 * The bulk door, for rosters whose rows were checked: whoever has a lasting membership already is left out.
 * Answers what was made, in no order.
 */
export async function admitMany(ctx: Context, wishes: readonly Admission[]): Promise<Membership[]> {
  for (const id of new Set(wishes.map((wish) => wish.organisationId))) await requireUnion(ctx, id)
  for (const day of new Set(wishes.map((wish) => wish.fromDay))) requireDayCome(ctx, day)
  return insertMemberships(ctx, wishes, 'skip-members')
}

async function insertMemberships(
  ctx: Context,
  wishes: readonly Admission[],
  clash: 'refuse' | 'skip-members' = 'refuse',
): Promise<Membership[]> {
  const skip = clash === 'skip-members'
  const made = await sql<Membership>`
    insert into memberships.membership (bk, person_id, id, organisation_id, from_day, status, new_form)
    select w.bk, w.person_id, w.id, w.organisation_id, w.from_day, 'active', w.new_form
    from unnest(
      ${wishes.map((wish) => wish.person.bk)}::smallint[],
      ${wishes.map((wish) => wish.person.id)}::uuid[],
      ${wishes.map(() => newId(ctx.now.getTime()))}::uuid[],
      ${wishes.map((wish) => wish.organisationId)}::uuid[],
      ${wishes.map((wish) => wish.fromDay)}::date[],
      ${wishes.map((wish) => wish.newForm)}::boolean[])
      as w (bk, person_id, id, organisation_id, from_day, new_form)
    where not ${skip} or not exists (
      select 1 from memberships.membership before
      where before.bk = w.bk and before.person_id = w.person_id and before.to_day >= w.from_day
        and before.status <> 'voided')
    ${skip ? sql`on conflict (bk, person_id) where to_day is null do nothing` : sql``}
    returning bk, person_id as "personId", id, organisation_id as "organisationId", from_day as "fromDay",
      to_day as "toDay", status, new_form as "newForm", version`.execute(ctx.db)
  await writeHistory(
    ctx.db,
    made.rows.map((row) => ({ ...row, validFrom: row.fromDay })),
    madeBy(ctx),
  )
  const people = made.rows.map((row) => ({ bk: row.bk, id: row.personId }))
  await setHomes(
    ctx,
    people,
    made.rows.map((row) => row.organisationId),
  )
  return made.rows
}

const unions: readonly string[] = ['grassroots-union', 'joint-union', 'union-association']

/** Members belong to grassroots unions, alone or joint, and to associations that take them directly. */
export async function requireUnion(ctx: Context, organisationId: string): Promise<void> {
  const organisation = await getOrganisation(ctx, organisationId)
  if (organisation.state === 'active' && unions.includes(organisation.kind)) return
  throw invalid('not-a-union', {
    field: 'organisationId',
    reason: {
      zh: `“${organisation.name}”不是能接收会员的工会，或已撤销。`,
      en: `“${organisation.name}” is no union that takes members, or is dissolved.`,
    },
  })
}

export function requireDayCome(ctx: Context, day: string): void {
  if (day <= cityDay(ctx.now)) return
  throw invalid('day-to-come', {
    field: 'fromDay',
    reason: { zh: '日期不能晚于今天。', en: 'The day cannot lie in the future.' },
  })
}

function requireFree(known: readonly Membership[], fromDay: string): void {
  if (known.some((membership) => membership.toDay === null)) throw memberAlready()
  const last = known.find((membership) => membership.toDay !== null && membership.toDay >= fromDay)
  if (last === undefined) return
  throw conflict('days-overlap', {
    zh: `此人此前的会籍到${last.toDay}为止，新会籍须从其后开始。`,
    en: `An earlier membership lasted until ${last.toDay}; a new one begins after it.`,
  })
}

export const memberAlready = () =>
  conflict('member-already', {
    zh: '此人已有会籍，一人只能有一个。请办理会籍转移。',
    en: 'This person is a member already, and may be of one union only. Transfer the membership.',
  })
