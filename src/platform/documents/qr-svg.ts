import { encode } from 'uqr'

/**
 * A QR code as one SVG path, without its quiet zone: the page leaves four modules of white around it. Level Q still
 * reads with a quarter of it scratched or glared away, which a door does to it.
 */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'Q', border: 0 })
  const path = data.flatMap((row, y) =>
    runs(row).map(({ from, to }) => `M${from} ${y}h${to - from}v1h${from - to}z`),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path.join('')}"/></svg>`
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
