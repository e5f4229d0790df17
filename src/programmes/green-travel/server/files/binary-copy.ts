/** A staged row: `voucher int8, counter int2, line int4, code_at int4, read_at int4, route int2`. */
const FIELDS = 6
export const ROW_BYTES = 2 + FIELDS * 4 + 8 + 2 + 4 + 4 + 4 + 2

/** Where one half's rows gather until they are sent. */
export type RowBuffer = { bytes: Buffer; used: number }

const ROWS_A_BUFFER = 4_000

export const newRowBuffer = (): RowBuffer => ({
  bytes: Buffer.allocUnsafe(ROWS_A_BUFFER * ROW_BYTES),
  used: 0,
})

export const isFull = ({ bytes, used }: RowBuffer) => used + ROW_BYTES > bytes.length

export type StagedRow = {
  readonly voucher: number
  readonly counter: number
  readonly line: number
  readonly codeAt: number
  readonly readAt: number
  readonly route: number
}

const TWO_TO_32 = 4_294_967_296

/** Six numbers a row, a million times: written straight into the bytes, without objects. */
export function putRow(buffer: RowBuffer, row: StagedRow): void {
  const { bytes } = buffer
  let at = bytes.writeInt16BE(FIELDS, buffer.used)
  at = bytes.writeInt32BE(8, at)
  at = bytes.writeUInt32BE(Math.floor(row.voucher / TWO_TO_32), at)
  at = bytes.writeUInt32BE(row.voucher % TWO_TO_32, at)
  at = bytes.writeInt32BE(2, at)
  at = bytes.writeInt16BE(row.counter, at)
  at = bytes.writeInt32BE(4, at)
  at = bytes.writeInt32BE(row.line, at)
  at = bytes.writeInt32BE(4, at)
  at = bytes.writeInt32BE(row.codeAt, at)
  at = bytes.writeInt32BE(4, at)
  at = bytes.writeInt32BE(row.readAt, at)
  at = bytes.writeInt32BE(2, at)
  buffer.used = bytes.writeInt16BE(row.route, at)
}
