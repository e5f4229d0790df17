/** Boxes of an ISO base media file (ISO/IEC 14496-12, 4.2): a size, a name of four letters, and what is inside. */
export type Box = {
  readonly name: string
  readonly at: number
  /** Where its inside begins and where it ends, in bytes from the start of the file. */
  readonly from: number
  readonly to: number
}

type Bytes = { readonly size: number; read(start: number, end: number): Promise<Uint8Array> }

const HEAD_BYTES = 8
const LARGE_HEAD_BYTES = 16
/** A file of more is no film but an attempt to keep us reading. Fragmented films have two boxes every few seconds. */
const BOXES_MAX = 20_000

/** The boxes between two places. One that claims to go on beyond the end is given as it claims. */
export async function readBoxes(bytes: Bytes, from: number, to: number): Promise<Box[]> {
  const boxes: Box[] = []
  for (let at = from; at + HEAD_BYTES <= to && boxes.length < BOXES_MAX;) {
    const head = viewOf(await bytes.read(at, at + LARGE_HEAD_BYTES))
    // A box that claims to go on beyond the end of the file has nothing there.
    if (head.byteLength < HEAD_BYTES) break
    const { size, headBytes } = sizeAt(head, to - at)
    if (size < headBytes) break
    boxes.push({ name: nameOf(head), at, from: at + headBytes, to: at + size })
    at += size
  }
  return boxes
}

/** Size 1 says that 64 bits follow, size 0 that the box goes to the end of the file. */
function sizeAt(head: DataView, left: number): { size: number; headBytes: number } {
  const short = head.getUint32(0)
  if (short === 0) return { size: left, headBytes: HEAD_BYTES }
  if (short !== 1) return { size: short, headBytes: HEAD_BYTES }
  if (head.byteLength < LARGE_HEAD_BYTES) return { size: 0, headBytes: LARGE_HEAD_BYTES }
  return { size: Number(head.getBigUint64(8)), headBytes: LARGE_HEAD_BYTES }
}

const nameOf = (head: DataView): string =>
  String.fromCharCode(...[4, 5, 6, 7].map((place) => head.getUint8(place)))

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
