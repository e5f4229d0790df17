/**
 * A list of twenty stations with a filter, recorded side by side on one machine (wrk -c32, 180,000 stations, index on
 * the filter; method in README.md): how many times faster than the peer the floor was. They need not run again: the
 * ratio to a peer is (ours ÷ floor in this run) × this.
 */
export const FLOOR_TO_PEER = { Directus: 25, NocoBase: 46, Strapi: 49 } as const

/**
 * 10,000 members through Directus's own API took 31 times as long as the floor's import of a CSV file, its own CSV import
 * 39 times (1,281 rows a second against 50,293); the smaller number is taken.
 */
export const DIRECTUS_IMPORT = 31

export function toPeers(oursToFloor: number): {
  readonly least: number
  readonly each: string
} {
  const ratios = Object.entries(FLOOR_TO_PEER).map(([peer, floor]) => [peer, oursToFloor * floor] as const)
  return {
    least: Math.min(...ratios.map(([, ratio]) => ratio)),
    each: ratios.map(([peer, ratio]) => `${peer} ${ratio.toFixed(1)}x`).join(', '),
  }
}
