import { sql } from 'kysely'
import { holdsAt, reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { byElectionDue } from '../../rules/terms/term-clock.ts'
import { documentsAbout, suggestNumber } from '../document-numbers.ts'
import { foundingSubject } from '../founding/procedure.ts'
import { findProfile, noSuchUnion } from './get-union-row.ts'
import { matterSubject } from './matter-procedure.ts'
import { mattersOf } from './matter-rows.ts'
import { tables } from './tables.ts'
import { isUnion, unionColumns, unionsFrom } from './union-rows.ts'

type Answer = Awaited<ReturnType<typeof getUnion>>
type Shown = Pick<
  Answer,
  | 'id'
  | 'name'
  | 'kind'
  | 'adcode'
  | 'parentId'
  | 'parentName'
  | 'creditCode'
  | 'state'
  | 'form'
  | 'newForm'
  | 'trade'
> &
  Pick<Answer, 'foundedOn' | 'members' | 'chairName' | 'termUntil' | 'stage' | 'retained' | 'newFormMembers'>

/** Within reach, a dissolved one too; `not-found` otherwise. */
export const getUnion: Handler<typeof membership.getUnion> = async (ctx, { id }) => {
  const { rows } = await sql<Shown>`
    select ${unionColumns(ctx)},
      (select count(*) from memberships.membership m
        where m.organisation_id = o.id and m.to_day is null and m.status = 'retained') as retained,
      (select count(*) from memberships.membership m
        where m.organisation_id = o.id and m.to_day is null and m.status = 'active' and m.new_form) as "newFormMembers"
    from ${unionsFrom}
    where o.id = ${id} and ${isUnion}
      and o.path <@ any(${reachOf(ctx, 'membership.read-unions')}::ltree[])`.execute(ctx.db)
  const [row] = rows
  if (row === undefined) throw noSuchUnion()
  const isActive = row.state === 'active'
  const [profile, officers, terms, matters] = [
    await findProfile(ctx, id),
    await officersOf(ctx, id),
    await termsOf(ctx, id),
    await mattersOf(ctx, id),
  ]
  const mayDecide = isActive && (await holdsAt(ctx, 'membership.approve-unions', row.parentId!))
  return {
    ...row,
    version: profile?.version ?? 0,
    workers: profile?.workers ?? null,
    women: profile?.women ?? null,
    officers,
    terms,
    vacancy: isActive ? vacancyOf(officers) : null,
    matters,
    documents: await documentsAbout(ctx, await subjectsOf(ctx, id, matters)),
    mayKeep: isActive && (await holdsAt(ctx, 'membership.keep-union', id)),
    mayDecide,
    suggestedNumber: mayDecide ? await suggestNumber(ctx, row.parentId!) : null,
  }
}

const officersOf = (ctx: Context, id: string) =>
  tables(ctx)
    .selectFrom('membership.union_officer')
    .select([
      'id',
      'duty',
      'name',
      'term_no as termNo',
      'from_day as fromDay',
      'until_day as untilDay',
      'why_ended as whyEnded',
    ])
    .where('organisation_id', '=', id)
    .orderBy(sql`until_day is not null`)
    .orderBy('term_no', 'desc')
    .orderBy(sql`array_position(array['chair','organiser','vice-chair','committee','audit','women'], duty)`)
    .orderBy('from_day', 'desc')
    .limit(500)
    .execute()

const termsOf = (ctx: Context, id: string) =>
  tables(ctx)
    .selectFrom('membership.union_term as term')
    .leftJoin('membership.union_term_extension as extension', (join) =>
      join
        .onRef('extension.organisation_id', '=', 'term.organisation_id')
        .onRef('extension.term_no', '=', 'term.no'),
    )
    .select([
      'term.no',
      'term.years',
      'term.from_day as fromDay',
      'term.until_day as untilDay',
      'extension.until_day as extendedTo',
      'extension.document_number as extensionNumber',
    ])
    .where('term.organisation_id', '=', id)
    .orderBy('term.no', 'desc')
    .limit(50)
    .execute()

type Officers = Awaited<ReturnType<typeof officersOf>>

/** A union that had a chair and has none: since the day after the last one left. */
export function vacancyOf(officers: Officers): Answer['vacancy'] {
  const chairs = officers.filter(({ duty }) => duty === 'chair')
  if (chairs.length === 0 || chairs.some(({ untilDay }) => untilDay === null)) return null
  const since = chairs.map(({ untilDay }) => untilDay!).reduce((one, other) => (one > other ? one : other))
  return { since, dueOn: byElectionDue(since) }
}

async function subjectsOf(ctx: Context, id: string, matters: readonly { id: string }[]): Promise<string[]> {
  const founding = await tables(ctx)
    .selectFrom('membership.founding')
    .select('id')
    .where('organisation_id', '=', id)
    .executeTakeFirst()
  const papers = matters.map((matter) => matterSubject(matter.id))
  return founding === undefined ? papers : [foundingSubject(founding.id), ...papers]
}
