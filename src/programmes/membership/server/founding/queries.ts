import { sql } from 'kysely'
import { maskedDocuments, personKeyText, personNames } from '#kernel/people/index.ts'
import { getCaseFor } from '#kernel/review/index.ts'
import { holdsAt, reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { decrypt } from '#platform/keys.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import type { Line } from '../../rules/founding/line.ts'
import { newestCase, standingOf, stoodColumns, type Stood } from '../case-standing.ts'
import { documentsAbout, suggestNumber } from '../document-numbers.ts'
import { papersOf } from './dossier/papers-of.ts'
import { getFoundingRow, isOwn, noSuchFounding } from './find-founding.ts'
import { FOUNDING, foundingProcedure, foundingSubject } from './procedure.ts'
import { latestElection } from './report-election.ts'
import { rollOf } from './roll.ts'
import { tables } from './tables.ts'

type Listed = Stood & {
  readonly id: string
  readonly unionName: string
  readonly unitName: string
  readonly adcode: string
  readonly form: 'committee' | 'organiser' | 'joint' | 'association'
  readonly newForm: boolean
  readonly members: number
  readonly levelAboveName: string
  readonly filedAt: Date
}

const joined = sql`membership.founding f
  join organisations.organisation o on o.id = f.level_above_id
  join ${newestCase(FOUNDING, sql`${FOUNDING} || ':' || f.id`)} stood on true`

const columns = sql`f.id, f.union_name as "unionName", f.unit_name as "unitName", f.adcode, f.form,
  f.new_form as "newForm", f.members, o.name as "levelAboveName", f.filed_at as "filedAt", ${stoodColumns}`

const shown = ({ caseId, state, dueOn, ...row }: Listed) => ({
  ...row,
  standing: standingOf(foundingProcedure, { caseId, state, dueOn }),
})

export const listFoundings: Handler<typeof membership.listFoundings> = async (ctx, input) => {
  const reach = sql`o.path <@ any(${reachOf(ctx, 'membership.read-unions')}::ltree[])`
  const conditions = [reach]
  if (input.view !== 'all') conditions.push(sql`stood.is_open = ${input.view === 'open'}`)
  if (input.state !== undefined) conditions.push(sql`stood.state = ${input.state}`)
  if (input.adcode !== undefined) conditions.push(sql`f.adcode = ${input.adcode}`)
  if (input.search) {
    const pattern = `%${input.search.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`
    conditions.push(sql`(f.union_name ilike ${pattern} or f.unit_name ilike ${pattern}
      or f.unit_code = ${input.search.toUpperCase()})`)
  }
  const where = sql.join(conditions, sql` and `)
  const { rows } = await sql<Listed & { total: number }>`
    select ${columns}, count(*) over () as total from ${joined} where ${where}
    order by stood.is_open desc, stood.due_on asc nulls last, f.filed_at desc
    limit ${sql.lit(input.pageSize)} offset ${sql.lit((input.page - 1) * input.pageSize)}`.execute(ctx.db)
  const counts = await sql<{ state: string; count: number }>`
    select stood.state, count(*) as count from ${joined} where ${reach} group by stood.state`.execute(ctx.db)
  return {
    rows: rows.map(({ total: _total, ...row }) => shown(row)),
    total: rows[0]?.total ?? 0,
    counts: counts.rows.map(({ state, count }) => ({
      state,
      title: foundingProcedure.states[state]!.title,
      count,
    })),
  }
}

export const myFoundings: Handler<typeof membership.myFoundings> = async (ctx) => {
  const { actor } = ctx
  if (actor.kind !== 'account') return { rows: [] }
  const { rows } = await sql<Listed>`select ${columns} from ${joined}
    where f.account_id = ${actor.accountId}
      or exists (select from review.case_file c where c.id = stood.case_id
        and c.applicant_id = ${actor.person?.id ?? null})
    order by f.filed_at desc limit 50`.execute(ctx.db)
  return { rows: rows.map(shown) }
}

/** For the applicant, and for whoever may read the case; `not-found` for everybody else. */
export const getFounding: Handler<typeof membership.getFounding> = async (ctx, { id }) => {
  const founding = await getFoundingRow(ctx, id)
  const { rows } = await sql<Listed>`select ${columns} from ${joined} where f.id = ${id}`.execute(ctx.db)
  const [row] = rows
  if (row === undefined) throw noSuchFounding()
  const one = await getCaseFor(ctx, row.caseId)
  const isMine = isOwn(ctx, founding, one)
  const mayDecide = await holdsAt(ctx, 'membership.approve-unions', founding.level_above_id)
  const election = await latestElection(ctx, id)
  return {
    ...shown(row),
    application: {
      ...founding.content,
      contactPhone:
        isMine || mayDecide ? decrypt(ctx.config.keys, 'phone', founding.contact_phone_sealed) : '',
    },
    advice: await latestAdvice(ctx, id),
    filings: founding.filings,
    isMine,
    organisationId: founding.organisation_id,
    missing: await latestMissing(ctx, id),
    documents: await documentsAbout(ctx, [foundingSubject(id)]),
    roll: isMine || mayDecide ? await shownRoll(ctx, id) : [],
    election: election ?? null,
    dossier: papersOf(row.state, election !== undefined),
    suggestedNumber: mayDecide && one.isOpen ? await suggestNumber(ctx, founding.level_above_id) : null,
  }
}

async function latestAdvice(ctx: Context, id: string): Promise<Line[]> {
  const { advice } = await tables(ctx)
    .selectFrom('membership.founding_filing')
    .select('advice')
    .where('founding_id', '=', id)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return advice
}

async function latestMissing(ctx: Context, id: string): Promise<string[]> {
  const row = await tables(ctx)
    .selectFrom('membership.founding_return')
    .select('missing')
    .where('founding_id', '=', id)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.missing ?? []
}

async function shownRoll(ctx: Context, id: string) {
  const people = await rollOf(ctx, id)
  const [names, documents] = [await personNames(ctx, people), await maskedDocuments(ctx, people)]
  return people.map((person) => ({
    person,
    name: names.get(personKeyText(person)) ?? '—',
    maskedDocument: documents.get(personKeyText(person)) ?? null,
  }))
}
