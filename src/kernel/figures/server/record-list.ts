import { sql, type RawBuilder } from 'kysely'
import type { Context, Db } from '#platform/context.ts'
import { inLanguage } from '#platform/text.ts'
import type { AsOf, Figure, RecordColumn } from '../figure.ts'
import type { Cell } from './rules/canonical.ts'

export type FigureRecord = { readonly key: string; readonly cells: readonly Cell[] }

type Row = Readonly<Record<string, string | number | Date | null>> & { readonly key: string }

const ROWS_PER_FETCH = 5_000

const source = (ctx: Context, figure: Figure, at: AsOf) => sql`(${figure.records.select(ctx, at)}) as r`

export async function countRecords(ctx: Context, figure: Figure, at: AsOf, search?: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from ${source(ctx, figure, at)} where ${matches(ctx, figure, search)}`.execute(ctx.db)
  return rows[0]!.count
}

export type RecordsAsked = {
  readonly search?: string | undefined
  readonly page: number
  readonly pageSize: number
}

export async function pageOfRecords(
  ctx: Context,
  figure: Figure,
  at: AsOf,
  { search, page, pageSize }: RecordsAsked,
): Promise<FigureRecord[]> {
  const { rows } = await sql<Row>`
    select r.* from ${source(ctx, figure, at)} where ${matches(ctx, figure, search)}
    order by r.key collate "C" limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db)
  return rows.map((row) => recordOf(figure, row))
}

/**
 * Gives every record in the order of keys, some thousand at a time, through a cursor: no list is ever held whole.
 * Runs in the caller's transaction, or in a read-only one of its own.
 */
export async function eachRecord(
  ctx: Context,
  figure: Figure,
  at: AsOf,
  take: (records: readonly FigureRecord[]) => void,
): Promise<void> {
  if (ctx.db.isTransaction) return readCursor(ctx, figure, at, take)
  await ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((db: Db) => readCursor({ ...ctx, db }, figure, at, take))
}

async function readCursor(
  ctx: Context,
  figure: Figure,
  at: AsOf,
  take: (records: readonly FigureRecord[]) => void,
): Promise<void> {
  await sql`declare figure_records no scroll cursor for
    select r.* from ${source(ctx, figure, at)} order by r.key collate "C"`.execute(ctx.db)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.raw(String(ROWS_PER_FETCH))} from figure_records`.execute(
      ctx.db,
    )
    take(rows.map((row) => recordOf(figure, row)))
    if (rows.length < ROWS_PER_FETCH) break
  }
  await sql`close figure_records`.execute(ctx.db)
}

const recordOf = (figure: Figure, row: Row): FigureRecord => ({
  key: row.key,
  cells: figure.records.columns.map(({ id }) => cellOf(row[id])),
})

const cellOf = (value: string | number | Date | null | undefined): Cell =>
  value instanceof Date ? value.toISOString() : (value ?? null)

/** What people read is searched: the words of a code, and the code itself. */
function matches(ctx: Context, figure: Figure, search: string | undefined): RawBuilder<unknown> {
  if (search === undefined || search === '') return sql`true`
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const found = figure.records.columns.map((column) => {
    const place = sql.ref(`r.${column.id}`)
    return sql`${place}::text ilike ${pattern} or ${place}::text = any(${codesFor(ctx, column, search)}::text[])`
  })
  return sql`(${sql.join(found, sql` or `)})`
}

function codesFor(ctx: Context, column: RecordColumn, search: string): string[] {
  const wanted = search.toLowerCase()
  return Object.entries(column.words?.(ctx) ?? {})
    .filter(([, text]) => `${text.zh} ${inLanguage(text, 'en')}`.toLowerCase().includes(wanted))
    .map(([code]) => code)
}
