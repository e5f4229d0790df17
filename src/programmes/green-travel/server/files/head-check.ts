import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { FileHead, FileRefusal } from '../../rules/files/ride-file.ts'
import type { Against } from './scan-ride-file.ts'

export type KnownReader = { readonly id: number; readonly publicKey: Buffer }

export type CheckedHead = {
  readonly reader: KnownReader
  readonly against: Against
  readonly sampleLines: number
}

type Row = {
  id: number
  company: number
  publicKey: Buffer
  retiredOn: string | null
}

/** Who signed a file that this company sent, and what its lines are read against; or why it cannot be theirs. */
export async function checkHead(
  ctx: Context,
  company: number,
  head: FileHead,
): Promise<CheckedHead | FileRefusal> {
  const { rows } = await sql<Row>`
    select id, company, public_key as "publicKey", retired_on as "retiredOn"
    from green_travel.reader where code = ${head.reader} order by company = ${company} desc limit 1`.execute(
    ctx.db,
  )
  const reader = rows[0]
  if (reader === undefined) return 'unknown-reader'
  if (reader.company !== company) return 'wrong-reader'
  const day = cityDay(new Date(head.madeAt * 1000))
  if (reader.retiredOn !== null && day > reader.retiredOn) return 'retired-reader'
  return {
    reader: { id: reader.id, publicKey: reader.publicKey },
    against: { fareFen: await fareOn(ctx, day), routeOf: await routesOf(ctx, company) },
    sampleLines: await sampleLinesOn(ctx, day),
  }
}

async function fareOn(ctx: Context, day: string): Promise<number> {
  const { rows } = await sql<{ fare: number }>`
    select (member_fen + union_fen)::integer as fare from green_travel.terms
    where from_day <= ${day} order by from_day desc limit 1`.execute(ctx.db)
  return rows[0]?.fare ?? -1
}

async function routesOf(ctx: Context, company: number): Promise<(code: string) => number> {
  const { rows } = await sql<{ id: number; code: string }>`
    select id, code from green_travel.route where company = ${company}`.execute(ctx.db)
  const routes = new Map(rows.map(({ id, code }) => [code, id]))
  return (code) => routes.get(code) ?? 0
}

async function sampleLinesOn(ctx: Context, day: string): Promise<number> {
  const { rows } = await sql<{ lines: number }>`
    select sample_lines as lines from green_travel.watchfulness
    where from_day <= ${day} order by from_day desc limit 1`.execute(ctx.db)
  return rows[0]?.lines ?? 300
}
