import { encode } from 'uqr'

/** A QR code as one path of an SVG of `size` × `size` modules, without its quiet zone. */
export type QrPath = { readonly path: string; readonly size: number }

/**
 * Level Q still reads with a quarter of it scratched or glared away; M and L are for screens, where nothing scratches and
 * larger modules read from further off, L where the text is long.
 */
export function qrPath(text: string, ecc: 'L' | 'M' | 'Q'): QrPath {
  const { data, size } = encode(text, { ecc, border: 0 })
  const boxes = data.flatMap((row, y) =>
    runs(row).map(({ from, to }) => `M${from} ${y}h${to - from}v1h${from - to}z`),
  )
  return { path: boxes.join(''), size }
}

/** Dark modules side by side are one box, so that no hairline shows between them. */
function runs(row: readonly boolean[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (const [x, isDark] of row.entries()) {
    if (!isDark) continue
    const last = found.at(-1)
    if (last?.to === x) last.to = x + 1
    else found.push({ from: x, to: x + 1 })
  }
  return found
}
