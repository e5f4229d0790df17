import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import type { greenTravel } from '../../contract.ts'
import { fileRefusals, type FileRefusal } from '../../rules/files/ride-file.ts'
import { lineResult } from '../../rules/files/line-result.ts'
import { companiesInReach, type Company } from './reach.ts'
import type { ScanFileState } from './tables.ts'

type Row = {
  id: number
  name: string
  bytes: number
  readBytes: number
  company: number
  state: ScanFileState
  refusal: FileRefusal | null
  reader: string | null
  number: number | null
  lines: number | null
  accepted: number
  duplicate: number
  refused: number
  secondUse: number
  formRefused: number
  clockOffsetSeconds: number | null
  signaturesChecked: number
  signaturesFailed: number
  madeBy: string
  receivedAt: Date
  endedAt: Date | null
}

const columns = sql`
  f.id, f.name, f.bytes, f.read_bytes as "readBytes", f.company, f.state, f.refusal, r.code as reader, f.number, f.lines,
  coalesce(h.accepted, 0)::integer as accepted, coalesce(h.duplicate, 0)::integer as duplicate,
  coalesce(h.refused, 0)::integer as refused, coalesce(h."secondUse", 0)::integer as "secondUse",
  case when f.state = 'done' then f.lines - coalesce(h.all_lines, 0) else 0 end::integer as "formRefused",
  f.clock_offset as "clockOffsetSeconds", f.sample_checked as "signaturesChecked",
  f.sample_failed as "signaturesFailed", f.made_by as "madeBy", f.received_at as "receivedAt", f.ended_at as "endedAt"`

const from = sql`green_travel.scan_file f
  left join green_travel.reader r on r.id = f.reader
  left join lateral (
    select sum(accepted) as accepted, sum(duplicate) as duplicate, sum(refused) as refused,
      sum(second_use) as "secondUse", sum(accepted + duplicate + refused) as all_lines
    from green_travel.scan_half where file = f.id) h on true`

/** Lines that were refused for their form never came to a half; they are the rest. */
function shown(row: Row, companies: readonly Company[]) {
  const { company, refusal, formRefused, ...rest } = row
  const of = companies.find(({ id }) => id === company)!
  return {
    ...rest,
    refused: rest.refused + formRefused,
    companyUnit: of.unit,
    companyName: of.name,
    refusal: refusal === null ? null : { code: refusal, text: fileRefusals[refusal] as Text },
  }
}

export const listScanFiles: Handler<typeof greenTravel.listScanFiles> = async (ctx, input) => {
  reachOf(ctx, 'green-travel.see-files')
  const companies = await companiesInReach(ctx, 'green-travel.see-files', input.companyUnit)
  const ids = companies.map(({ id }) => id)
  const where = sql`f.company = any(${ids}::smallint[])
    and (${input.state ?? null}::text is null or f.state = ${input.state ?? null})`
  const { rows } = await sql<Row>`select ${columns} from ${from} where ${where}
    order by f.id desc limit ${input.pageSize} offset ${(input.page - 1) * input.pageSize}`.execute(ctx.db)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::integer as total from green_travel.scan_file f where ${where}`.execute(ctx.db)
  return { rows: rows.map((row) => shown(row, companies)), total: counted[0]!.total }
}

/** The file, where the caller sees its company's; `not-found` for everybody else. */
export async function findScanFile(ctx: Context, permission: string, id: number) {
  const companies = await companiesInReach(ctx, permission)
  const { rows } = await sql<Row & { storedFile: string }>`
    select ${columns}, f.stored_file as "storedFile" from ${from}
    where f.id = ${id} and f.company = any(${companies.map((one) => one.id)}::smallint[])`.execute(ctx.db)
  const row = rows[0]
  if (row === undefined) throw notFound({ zh: '读卡机文件', en: 'file of scans' })
  const { storedFile, ...rest } = row
  return { storedFile, company: row.company, file: shown(rest, companies) }
}

export const getScanFile: Handler<typeof greenTravel.getScanFile> = async (ctx, { id }) => {
  reachOf(ctx, 'green-travel.see-files')
  const { file } = await findScanFile(ctx, 'green-travel.see-files', id)
  const { rows: refused } = await sql<{ result: number; lines: number }>`
    select result, count(*)::integer as lines from green_travel.scan_refusal where file = ${id}
    group by result order by lines desc, result`.execute(ctx.db)
  const named = refused.filter(({ result }) => result > 1)
  const { rows: examples } = await sql<{ line: number; result: number; takenAt: Date | null }>`
    select line, result, taken_at as "takenAt" from green_travel.scan_refusal where file = ${id}
    order by line limit 50`.execute(ctx.db)
  return {
    file,
    results: [
      { ...lineResult(0), lines: file.accepted },
      { ...lineResult(1), lines: file.duplicate },
      ...named.map(({ result, lines }) => ({ ...lineResult(result), lines })),
    ],
    examples: examples.map(({ line, result, takenAt }) => ({ line, ...lineResult(result), takenAt })),
  }
}
