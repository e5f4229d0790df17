import { sql } from 'kysely'
import { findOrganisation, madeBy } from '#kernel/organisations/index.ts'
import { reachOf, requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { tables } from '../tables.ts'

const ROWS_MAX = 2_000

/** Companies within reach, each with its routes and readers; those that ended stay in the list. */
export const listCompanies: Handler<typeof greenTravel.listCompanies> = async (ctx) => {
  const reach = reachOf(ctx, 'green-travel.read')
  const companies = await tables(ctx)
    .selectFrom('green_travel.company as company')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'company.organisation_id')
    .select(['company.id', 'unit.id as organisationId', 'unit.name'])
    .where(sql<boolean>`unit.path <@ any(${reach}::ltree[])`)
    .orderBy('company.id')
    .limit(200)
    .execute()
  const ids = companies.map(({ id }) => id)
  if (ids.length === 0) return { rows: [] }
  const routes = await tables(ctx)
    .selectFrom('green_travel.route')
    .select(['id', 'company', 'code', 'name', 'ended_on as endedOn'])
    .where('company', 'in', ids)
    // 2 before 10.
    .orderBy(sql`length(code)`)
    .orderBy('code')
    .limit(ROWS_MAX)
    .execute()
  const readers = await tables(ctx)
    .selectFrom('green_travel.reader')
    .select(['id', 'company', 'code', 'registered_on as registeredOn', 'retired_on as retiredOn'])
    .where('company', 'in', ids)
    // 2 before 10.
    .orderBy(sql`length(code)`)
    .orderBy('code')
    .limit(ROWS_MAX)
    .execute()
  return {
    rows: companies.map((company) => ({
      ...company,
      routes: routes.filter((route) => route.company === company.id),
      readers: readers.filter((reader) => reader.company === company.id),
    })),
  }
}

/** A bus company is an organisation of the tree, so that its machine keys and its people have a place there. */
export const registerCompany: Handler<typeof greenTravel.registerCompany> = async (
  ctx,
  { organisationId },
) => {
  await requireAt(ctx, 'green-travel.run', organisationId)
  const unit = await findOrganisation(ctx, organisationId)
  if (unit?.kind !== 'partner' && unit?.kind !== 'host-unit') throw noCompany()
  const { rows } = await sql<{ id: number }>`insert into green_travel.company (id, organisation_id, made_by)
    select coalesce(max(id), 0) + 1, ${organisationId}, ${madeBy(ctx)} from green_travel.company returning id`.execute(
    ctx.db,
  )
  note(ctx, organisationId, `bus-company:${rows[0]!.id}`)
  return { id: rows[0]!.id }
}

export const registerRoute: Handler<typeof greenTravel.registerRoute> = async (
  ctx,
  { company, code, name },
) => {
  const unit = await companyUnit(ctx, company)
  await requireAt(ctx, 'green-travel.run', unit)
  const { rows } = await sql<{ id: number }>`insert into green_travel.route (id, company, code, name)
    select coalesce(max(id), 0) + 1, ${company}, ${code}, ${name} from green_travel.route returning id`.execute(
    ctx.db,
  )
  note(ctx, unit, `bus-route:${rows[0]!.id}`)
  return { id: rows[0]!.id }
}

/** From today on no reader's ride of it is taken; files of earlier days and claims still know it. */
export const endRoute: Handler<typeof greenTravel.endRoute> = async (ctx, { id, reason }) => {
  const row = await tables(ctx)
    .selectFrom('green_travel.route')
    .select(['company', 'ended_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '线路', en: 'route' })
  const unit = await companyUnit(ctx, row.company)
  await requireAt(ctx, 'green-travel.run', unit)
  if (row.ended_on !== null) throw endedAlready()
  await tables(ctx)
    .updateTable('green_travel.route')
    .set({ ended_on: cityDay(ctx.now) })
    .where('id', '=', id)
    .execute()
  note(ctx, unit, `bus-route:${id}`)
  ctx.auditNote.reason = reason
  return {}
}

/** The reader's public key checks the files that it signs; the private one never leaves the machine. */
export const registerReader: Handler<typeof greenTravel.registerReader> = async (
  ctx,
  { company, code, publicKey },
) => {
  const unit = await companyUnit(ctx, company)
  await requireAt(ctx, 'green-travel.run', unit)
  const { rows } = await sql<{
    id: number
  }>`insert into green_travel.reader (id, company, code, public_key, registered_on)
    select coalesce(max(id), 0) + 1, ${company}, ${code}, ${Buffer.from(publicKey, 'base64')}, ${cityDay(ctx.now)}
    from green_travel.reader returning id`.execute(ctx.db)
  note(ctx, unit, `bus-reader:${rows[0]!.id}`)
  return { id: rows[0]!.id }
}

/** From today on it authorises nothing; its files of earlier days are still taken. */
export const retireReader: Handler<typeof greenTravel.retireReader> = async (ctx, { id, reason }) => {
  const row = await tables(ctx)
    .selectFrom('green_travel.reader')
    .select(['company', 'retired_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '读卡器', en: 'reader' })
  const unit = await companyUnit(ctx, row.company)
  await requireAt(ctx, 'green-travel.run', unit)
  if (row.retired_on !== null) throw retiredAlready()
  await tables(ctx)
    .updateTable('green_travel.reader')
    .set({ retired_on: cityDay(ctx.now) })
    .where('id', '=', id)
    .execute()
  note(ctx, unit, `bus-reader:${id}`)
  ctx.auditNote.reason = reason
  return {}
}

async function companyUnit(ctx: Context, company: number): Promise<string> {
  const row = await tables(ctx)
    .selectFrom('green_travel.company')
    .select('organisation_id')
    .where('id', '=', company)
    .executeTakeFirst()
  if (row === undefined) throw notFound({ zh: '公交公司', en: 'bus company' })
  return row.organisation_id
}

function note(ctx: Context, organisationId: string, subject: string): void {
  ctx.auditNote.organisationId = organisationId
  ctx.auditNote.subjects = [subject]
}

const noCompany = () =>
  conflict('not-a-company', {
    zh: '公交公司应是“合作单位”或“承办单位”类的组织。',
    en: 'A bus company is an organisation of the kind partner or host unit.',
  })

const retiredAlready = () =>
  conflict('reader-retired', { zh: '这台读卡器已停用。', en: 'This reader was retired before.' })

const endedAlready = () =>
  conflict('route-ended', { zh: '这条线路已停运。', en: 'This route was ended before.' })
