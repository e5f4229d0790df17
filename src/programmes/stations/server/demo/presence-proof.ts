import type { DemoProof } from './demo-report.ts'
import type { Random } from './random.ts'

const shares = [
  ['code-and-position', 48],
  ['code', 33],
  ['position', 13],
  ['none', 6],
] as const

/** What a report carried. Without a code people stand further off, or their phone is less sure. */
export function drawProof(random: Random): DemoProof {
  const [proof] = random.weighted(shares, ([, share]) => share)
  const scanned = proof === 'code-and-position' || proof === 'code'
  const located = proof === 'code-and-position' || proof === 'position'
  return {
    proof,
    ...(scanned ? { scannedSecondsBefore: random.whole(8, 590) } : {}),
    ...(located ? { metresAway: Math.round(4 + 30 * random.unit() ** 2 * (scanned ? 1 : 8)) } : {}),
  }
}
