import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { SIGNED_PREFIX } from '../../rules/files/ride-file.ts'
import { bucketOfVoucher } from '../../rules/voucher-number.ts'
import type { SampledLine } from './sample.ts'

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

const keyOf = (raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' })

/** Whether the reader's key signed the file of this digest. */
export const isSignedBy = (publicKey: Buffer, digest: Buffer, signature: string): boolean =>
  verify(
    null,
    Buffer.concat([Buffer.from(SIGNED_PREFIX, 'latin1'), digest]),
    keyOf(publicKey),
    Buffer.from(signature, 'base64url'),
  )

/** What a phone signs for one ride (docs/ride-code.md): `ZYR1`, the voucher in 7 bytes, the counter in 1, the time in 4. */
function codeMessage({ voucher, counter, codeAt }: SampledLine): Buffer {
  const message = Buffer.alloc(16)
  message.write('ZYR1', 'latin1')
  message.writeUIntBE(Math.floor(voucher / 2 ** 32), 4, 3)
  message.writeUInt32BE(voucher % 2 ** 32, 7)
  message.writeUInt8(counter, 11)
  message.writeUInt32BE(codeAt, 12)
  return message
}

/** Which of these lines a phone did not sign. A voucher that is not known is another matter, and no forgery. */
export async function forgedAmong(ctx: Context, lines: readonly SampledLine[]): Promise<number[]> {
  const { forged } = await judgeSignatures(ctx, lines)
  return forged.map(({ line }) => line)
}

/** The same with the lines of which nothing can be said, because nobody knows their voucher. */
export async function judgeSignatures<Line extends SampledLine>(
  ctx: Context,
  lines: readonly Line[],
): Promise<{ readonly forged: Line[]; readonly unknown: Line[] }> {
  if (lines.length === 0) return { forged: [], unknown: [] }
  const { rows } = await sql<{ id: number; device_key: Buffer }>`
    select v.id, v.device_key
    from unnest(${lines.map(({ voucher }) => bucketOfVoucher(voucher))}::smallint[],
      ${lines.map(({ voucher }) => voucher)}::bigint[]) asked (bk, id)
    join green_travel.voucher v on v.bk = asked.bk and v.id = asked.id
    group by v.id, v.device_key`.execute(ctx.db)
  const keys = new Map(rows.map(({ id, device_key }) => [id, keyOf(device_key)]))
  const forged = lines.filter((line) => {
    const key = keys.get(line.voucher)
    const signature = Buffer.from(line.signature, 'base64url')
    return key !== undefined && !verify(null, codeMessage(line), key, signature)
  })
  return { forged, unknown: lines.filter(({ voucher }) => !keys.has(voucher)) }
}
