import { createReadStream } from 'node:fs'
import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'kysely'
import { filesFolder } from '#kernel/files/index.ts'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { sampledLine, type SampledLine } from '../files/sample.ts'
import { scanRideFile } from '../files/scan-ride-file.ts'
import { judgeSignatures } from '../files/signatures.ts'
import { storedPath } from '../files/stored-path.ts'
import { requireDifference } from './differences.ts'

/** About ten seconds of checking. */
const LINES_MAX = 100_000
/** So many between two looks at what else the server has to do. */
const LINES_A_TURN = 500
const EXAMPLES_MAX = 50

/** A line of the day and route, as the database knows it; `line` where it was refused. */
type Asked = {
  readonly voucher: number
  readonly counter: number
  readonly codeAt: number
  readonly file: number | null
  readonly line: number | null
  readonly signed: Buffer | null
}

type Signed = SampledLine & { readonly of: Asked }

/**
 * A dispute about a day and route: whether each ride there, and each line that was refused there, was signed by a member's phone.
 * Signatures of files are read from the files themselves.
 */
export const checkDifference: Handler<typeof greenTravel.checkDifference> = async (ctx, { id }) => {
  reachOf(ctx, 'green-travel.see-files')
  const of = await requireDifference(ctx, 'green-travel.see-files', id)
  ctx.auditNote.organisationId = of.unit
  ctx.auditNote.subjects = [`ride-difference:${id}`]
  const asked = [...(await ridesOf(ctx, of)), ...(await refusedOf(ctx, of))]
  if (asked.length > LINES_MAX) throw tooMany()
  const files = await filesOf(ctx, asked)
  const signed = await signaturesOf(ctx, asked, files)
  const forged = new Set<Asked>()
  const unknown = new Set<Asked>(asked)
  for (let at = 0; at < signed.length; at += LINES_A_TURN) {
    const turn = signed.slice(at, at + LINES_A_TURN)
    const judged = await judgeSignatures(ctx, turn)
    for (const line of turn) unknown.delete(line.of)
    for (const line of judged.unknown) unknown.add(line.of)
    for (const line of judged.forged) forged.add(line.of)
    await breathe()
  }
  const tally = (lines: readonly Asked[]) => {
    const broken = lines.filter((line) => forged.has(line)).length
    const open = lines.filter((line) => unknown.has(line)).length
    return { lines: lines.length, broken, unknown: open, holds: lines.length - broken - open }
  }
  return {
    accepted: tally(asked.filter(({ line }) => line === null)),
    refused: tally(asked.filter(({ line }) => line !== null)),
    examples: [...forged].slice(0, EXAMPLES_MAX).map(({ voucher, counter, file, line }) => ({
      voucher,
      counter,
      file: file === null ? null : files.get(file)!.name,
      line,
    })),
  }
}

type Cell = { readonly company: number; readonly month: number; readonly day: string; readonly route: number }

async function ridesOf(ctx: Context, { company, month, day, route }: Cell): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select voucher, counter, extract(epoch from taken_at)::bigint as "codeAt", file, null::integer as line, signature as signed
    from green_travel.ride where company = ${company} and day = ${day} and coalesce(route, 0) = ${route}
      and voucher >= ${month}::bigint << 40 and voucher < ${month + 1}::bigint << 40
    order by voucher, counter limit ${LINES_MAX + 1}`.execute(ctx.db)
  return rows
}

async function refusedOf(ctx: Context, { company, day, route }: Cell): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select r.voucher, r.counter, extract(epoch from r.taken_at)::bigint as "codeAt", r.file, r.line, null::bytea as signed
    from green_travel.scan_refusal r join green_travel.scan_file f on f.id = r.file
    where f.company = ${company} and r.voucher is not null and r.result > 1 and coalesce(r.route, 0) = ${route}
      and r.taken_at >= ${day}::date::timestamp at time zone 'Asia/Shanghai'
      and r.taken_at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    order by r.file, r.line limit ${LINES_MAX + 1}`.execute(ctx.db)
  return rows
}

type StoredFile = { readonly id: number; readonly name: string; readonly storedFile: string }

async function filesOf(ctx: Context, asked: readonly Asked[]): Promise<ReadonlyMap<number, StoredFile>> {
  const ids = [...new Set(asked.map(({ file }) => file).filter((file) => file !== null))]
  const { rows } = await sql<StoredFile>`select id, name, stored_file as "storedFile"
    from green_travel.scan_file where id = any(${ids}::integer[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Each asked line with its signature; those of which none is kept are missing. */
async function signaturesOf(
  ctx: Context,
  asked: readonly Asked[],
  files: ReadonlyMap<number, StoredFile>,
): Promise<Signed[]> {
  const found: Signed[] = asked
    .filter(({ signed }) => signed !== null)
    .map((of) => ({ ...of, line: 0, readAt: 0, signature: of.signed!.toString('base64url'), of }))
  for (const { id, storedFile } of files.values()) {
    const own = asked.filter(({ file }) => file === id)
    found.push(...(await signaturesIn(storedPath(filesFolder(ctx.config), storedFile), own)))
  }
  return found
}

/** A line that was refused is found by its place; a ride by what it says, for its place was not kept. */
async function signaturesIn(path: string, asked: readonly Asked[]): Promise<Signed[]> {
  const byLine = new Map(asked.filter(({ line }) => line !== null).map((one) => [one.line!, one]))
  const byVoucher = new Map<number, Asked[]>()
  for (const one of asked.filter(({ line }) => line === null))
    byVoucher.set(one.voucher, [...(byVoucher.get(one.voucher) ?? []), one])
  const found = new Map<Asked, Signed>()
  await scanRideFile(createReadStream(path, { highWaterMark: 1 << 18 }), {
    onHead: async () => undefined,
    // The fare was judged when the file was read: here every line is looked at, whatever it says of that.
    against: () => ({ fareFen: null, routeOf: () => 0 }),
    onRow: (fields, bytes) => {
      const { voucher, counter, codeAt, line } = fields
      const one =
        byLine.get(line) ??
        byVoucher.get(voucher)?.find((ride) => ride.counter === counter && ride.codeAt === codeAt)
      if (one !== undefined && !found.has(one))
        found.set(one, { ...sampledLine(fields, bytes), line, of: one })
    },
    onRefused: () => undefined,
    onChunk: () => undefined,
  })
  return [...found.values()]
}

const tooMany = () =>
  conflict('too-many-lines', {
    zh: `这一天这条线路的记录超过 ${LINES_MAX} 行，一次最多核对这么多。`,
    en: `This day and route have more than ${LINES_MAX} lines, which is the most that is checked at once.`,
  })
