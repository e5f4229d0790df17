import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Handler } from '#platform/module.ts'
import type { audit } from '../contract.ts'
import { operationTitle, operationsWorded } from './operation-words.ts'
import type { AuditTables } from './tables.ts'

/** Newest first, within reach. A line of no organisation is shown to whoever reaches the whole tree. */
export const listLines: Handler<typeof audit.listLines> = async (ctx, input) => {
  const reach = reachOf(ctx, 'audit.read')
  const titleOf = operationTitle(ctx)
  let lines = ctx.db
    .withTables<AuditTables & { 'organisations.organisation': { id: string; name: string; path: string } }>()
    .selectFrom('audit.line as line')
    .leftJoin('organisations.organisation as unit', 'unit.id', 'line.organisation_id')
    .where(
      sql<boolean>`(unit.path <@ any(${reach}::ltree[]) or (line.organisation_id is null and 'root' = any(${reach}::text[])))`,
    )
  if (input.operation !== undefined) {
    const begins = `${input.operation.replace(/[%_\\]/g, '')}%`
    const worded = operationsWorded(ctx, input.operation)
    lines = lines.where(
      sql<boolean>`(line.operation like ${begins} or line.operation = any(${worded}::text[]))`,
    )
  }
  if (input.subject !== undefined) lines = lines.where(sql<boolean>`line.subjects @> array[${input.subject}]`)
  if (input.organisationId !== undefined)
    lines = lines.where('line.organisation_id', '=', input.organisationId)
  if (input.outcome !== undefined) lines = lines.where('line.outcome', '=', input.outcome)
  if (input.from !== undefined) lines = lines.where('line.at', '>=', new Date(input.from))
  if (input.until !== undefined) lines = lines.where('line.at', '<', new Date(input.until))
  const { total } = await lines.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await lines
    .leftJoin('audit.sealed_line as sealed', 'sealed.line_id', 'line.id')
    .select([
      'line.id',
      'line.at',
      'line.operation',
      'line.outcome',
      'line.code',
      'line.origin',
      'line.actor_name as actorName',
      'line.organisation_id as organisationId',
      'unit.name as organisationName',
      'line.subjects',
      'line.subject_count as subjectCount',
      'line.reason',
      'line.input',
      'line.detail',
      'line.request_id as requestId',
      'sealed.seal_no as sealNo',
    ])
    .orderBy('line.at', 'desc')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  return { rows: rows.map((line) => ({ ...line, title: titleOf(line.operation) })), total }
}

/** What others did with the caller's own records; the caller's own doings are not news to them. */
export const whoLooked: Handler<typeof audit.whoLooked> = async (ctx, input) => {
  if (ctx.actor.kind !== 'account' || ctx.actor.person === null) return { rows: [], total: 0 }
  const me = ctx.actor.person
  const titleOf = operationTitle(ctx)
  const lines = ctx.db
    .withTables<AuditTables & { 'organisations.organisation': { id: string; name: string } }>()
    .selectFrom('audit.line as line')
    .leftJoin('organisations.organisation as unit', 'unit.id', 'line.organisation_id')
    .where(sql<boolean>`line.subjects @> array[${`person:${me.bk}:${me.id}`}]`)
    .where(sql<boolean>`line.person_id is distinct from ${me.id}`)
  const { total } = await lines.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await lines
    .select([
      'line.at',
      'line.operation',
      'line.actor_name as actorName',
      'unit.name as organisationName',
      'line.reason',
    ])
    .orderBy('line.at', 'desc')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  return { rows: rows.map((line) => ({ ...line, title: titleOf(line.operation) })), total }
}
