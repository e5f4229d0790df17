import { sql } from 'kysely'
import { claimFile, getFile } from '#kernel/files/index.ts'
import { madeBy } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { claimRefusals } from '../../rules/settlement/claim-line.ts'
import { monthOfDay } from '../../rules/voucher-number.ts'
import { CLAIM_PURPOSE } from '../files/purposes.ts'
import { requireCompany } from '../files/reach.ts'
import { readClaim, type ClaimLine, type RefusedLine } from './read-claim.ts'

const SHOWN_MAX = 100

/** Takes a month's claim; a newer one stands in the place of the one before until the month is settled. */
export const sendClaim: Handler<typeof greenTravel.sendClaim> = async (ctx, input) => {
  await requireAt(ctx, 'green-travel.files', input.companyUnit)
  const company = await requireCompany(ctx, 'green-travel.files', input.companyUnit)
  const month = monthOfDay(`${input.month}-01`)
  await requireOpenMonth(ctx, company.id, month)
  const file = await getFile(ctx, input.fileId, CLAIM_PURPOSE)
  await claimFile(ctx, file.id, company.unit)
  const routes = await routesOf(ctx, company.id)
  const { lines, refused } = await readClaim(file.path, file.name, {
    month: input.month,
    routeOf: (code) => routes.get(code),
  })
  const rides = lines.reduce((total, one) => total + one.rides, 0)
  const fen = lines.reduce((total, one) => total + one.fen, 0)
  const { rows } = await sql<{ id: number }>`
    insert into green_travel.claim_file (stored_file, name, company, month, lines, refused, rides, fen, made_by, received_at)
    values (${file.id}, ${file.name}, ${company.id}, ${month}, ${lines.length}, ${refused.length}, ${rides}, ${fen},
      ${madeBy(ctx)}, ${ctx.now}) returning id`.execute(ctx.db)
  const id = rows[0]!.id
  await storeLines(ctx, id, lines)
  await storeRefused(ctx, id, refused)
  ctx.auditNote.organisationId = company.unit
  ctx.auditNote.subjects = [`ride-claim:${id}`]
  ctx.auditNote.detail = { month: input.month, lines: lines.length, refused: refused.length, fen }
  return {
    id,
    lines: lines.length,
    rides,
    fen,
    refusedTotal: refused.length,
    refused: refused.slice(0, SHOWN_MAX).map((one) => ({ ...one, text: claimRefusals[one.reason] })),
  }
}

export async function requireOpenMonth(ctx: Context, company: number, month: number): Promise<void> {
  const { rows } = await sql`select from green_travel.statement_approval
    where company = ${company} and month = ${month}`.execute(ctx.db)
  if (rows.length === 0) return
  throw conflict('month-settled', {
    zh: '这个月已经结算。更正会作为以后月份的冲正或补记。',
    en: 'This month is settled. Corrections are entries of a later month.',
  })
}

async function routesOf(ctx: Context, company: number): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: number; code: string }>`
    select id, code from green_travel.route where company = ${company}`.execute(ctx.db)
  return new Map(rows.map(({ id, code }) => [code, id]))
}

const storeLines = (ctx: Context, claim: number, lines: readonly ClaimLine[]) =>
  sql`insert into green_travel.claim_line (claim, line, number, day, route, rides, fen)
    select ${claim}, * from unnest(${lines.map(({ line }) => line)}::integer[],
      ${lines.map(({ number }) => number)}::text[], ${lines.map(({ day }) => day)}::date[],
      ${lines.map(({ route }) => route)}::smallint[], ${lines.map(({ rides }) => rides)}::integer[],
      ${lines.map(({ fen }) => fen)}::bigint[])`.execute(ctx.db)

const storeRefused = (ctx: Context, claim: number, refused: readonly RefusedLine[]) =>
  sql`insert into green_travel.claim_refusal (claim, line, reason, value)
    select ${claim}, * from unnest(${refused.map(({ line }) => line)}::integer[],
      ${refused.map(({ reason }) => reason)}::text[],
      ${refused.map(({ value }) => value.slice(0, 200))}::text[])`.execute(ctx.db)
