import { createReadStream } from 'node:fs'
import { sql } from 'kysely'
import { filesFolder } from '#kernel/files/index.ts'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { bucketOfVoucher } from '../../rules/voucher-number.ts'
import { requireCompany } from '../files/reach.ts'
import { sampledLine, type SampledLine } from '../files/sample.ts'
import { scanRideFile } from '../files/scan-ride-file.ts'
import { forgedAmong } from '../files/signatures.ts'
import { storedPath } from '../files/stored-path.ts'

type Asked = { readonly voucher: number; readonly counter: number }

type Row = {
  day: string
  route: string | null
  reader: string
  takenAt: Date
  readAt: Date | null
  recordedAt: Date
  memberFen: number
  unionFen: number
  file: number | null
  fileName: string | null
  storedFile: string | null
  signed: Buffer | null
  reversedOn: string | null
  reversedWhy: string | null
  reversedBy: string | null
}

/** `not-found` where the company has no such ride, or its month was purged. */
export async function requireRide(ctx: Context, company: number, { voucher, counter }: Asked): Promise<Row> {
  const bk = bucketOfVoucher(voucher)
  const { rows } = await sql<Row>`
    select r.day::text as day, o.code as route, d.code as reader, r.taken_at as "takenAt", r.read_at as "readAt",
      r.recorded_at as "recordedAt", r.member_fen as "memberFen", r.union_fen as "unionFen", r.file,
      f.name as "fileName", f.stored_file as "storedFile", r.signature as signed, v.day::text as "reversedOn",
      v.reason as "reversedWhy", v.made_by as "reversedBy"
    from (select * from green_travel.ride where bk = ${bk} and voucher = ${voucher} and counter = ${counter}) r
    join green_travel.reader d on d.id = r.reader
    left join green_travel.route o on o.id = r.route
    left join green_travel.ride_reversal v on v.bk = r.bk and v.voucher = r.voucher and v.counter = r.counter
    left join green_travel.scan_file f on f.id = r.file
    where r.company = ${company}`.execute(ctx.db)
  if (rows[0] === undefined) throw notFound({ zh: '这次乘车', en: 'ride' })
  return rows[0]
}

/** The evidence of one ride: who read it, in which line it came, and whether the member's phone signed it, checked now. */
export const findRide: Handler<typeof greenTravel.findRide> = async (ctx, input) => {
  reachOf(ctx, 'green-travel.see-files')
  const company = await requireCompany(ctx, 'green-travel.see-files', input.companyUnit)
  const { file, fileName, storedFile, signed, reversedOn, reversedWhy, reversedBy, ...ride } =
    await requireRide(ctx, company.id, input)
  ctx.auditNote.organisationId = company.unit
  const line =
    storedFile === null
      ? onlineLine(input, ride.takenAt, signed)
      : await lineIn(storedPath(filesFolder(ctx.config), storedFile), input, ride.memberFen + ride.unionFen)
  return {
    ...ride,
    file: file === null ? null : { id: file, name: fileName!, line: line?.line ?? null },
    signature: await judged(ctx, line),
    reversal: reversedOn === null ? null : { day: reversedOn, reason: reversedWhy!, madeBy: reversedBy! },
  }
}

async function judged(ctx: Context, line: SampledLine | undefined): Promise<'holds' | 'broken' | 'not-kept'> {
  if (line === undefined) return 'not-kept'
  return (await forgedAmong(ctx, [line])).length === 0 ? 'holds' : 'broken'
}

const onlineLine = (
  { voucher, counter }: Asked,
  takenAt: Date,
  signed: Buffer | null,
): SampledLine | undefined =>
  signed === null
    ? undefined
    : {
        line: 0,
        voucher,
        counter,
        codeAt: Math.floor(takenAt.getTime() / 1000),
        readAt: 0,
        signature: signed.toString('base64url'),
      }

/** Reads the file as it was handed in: about a second for a million lines. */
async function lineIn(
  path: string,
  { voucher, counter }: Asked,
  fareFen: number,
): Promise<SampledLine | undefined> {
  let found: SampledLine | undefined
  await scanRideFile(createReadStream(path, { highWaterMark: 1 << 18 }), {
    onHead: async () => undefined,
    against: () => ({ fareFen, routeOf: () => 0 }),
    onRow: (fields, bytes) => {
      if (found === undefined && fields.voucher === voucher && fields.counter === counter)
        found = sampledLine(fields, bytes)
    },
    onRefused: () => undefined,
    onChunk: () => undefined,
  })
  return found
}
