/** A staged row: `voucher int8, counter int2, line int4, code_at int4, read_at int4, route int2`, each after its length. */
const WIDTHS = [8, 2, 4, 4, 4, 2] as const
export const ROW_BYTES = WIDTHS.reduce<number>((sum, width) => sum + 4 + width, 2)

const ROWS_A_BUFFER = 4_000

/** Where one half's rows gather until they are sent. */
export type RowBuffer = { readonly bytes: Buffer; readonly view: DataView; used: number }

/** Rows without their values: the number of fields and their lengths are the same in each. */
const FORM = rowsWithoutValues()

function rowsWithoutValues(): Buffer {
  const row = Buffer.alloc(ROW_BYTES)
  let at = row.writeInt16BE(WIDTHS.length, 0)
  for (const width of WIDTHS) at = row.writeInt32BE(width, at) + width
  return Buffer.alloc(ROWS_A_BUFFER * ROW_BYTES, row)
}

/** Not of the shared pool, since whoever sends it holds it for a while. */
export function newRowBuffer(): RowBuffer {
  const bytes = Buffer.from(new Uint8Array(FORM).buffer)
  return { bytes, view: new DataView(bytes.buffer), used: 0 }
}

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

/** Six numbers a row, a million times: written straight into their places, without objects. */
export function putRow(buffer: RowBuffer, row: StagedRow): void {
  const { view, used } = buffer
  view.setUint32(used + 6, row.voucher / TWO_TO_32)
  view.setUint32(used + 10, row.voucher % TWO_TO_32)
  view.setInt16(used + 18, row.counter)
  view.setInt32(used + 24, row.line)
  view.setInt32(used + 32, row.codeAt)
  view.setInt32(used + 40, row.readAt)
  view.setInt16(used + 48, row.route)
  buffer.used = used + ROW_BYTES
}
