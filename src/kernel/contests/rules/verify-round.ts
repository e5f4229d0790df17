import type { RoundRecord } from '../shapes.ts'
import { commitmentOf, listDigestOf } from './commitment.ts'
import { shown } from './exact.ts'
import { rank, type Points } from './rank.ts'

export type RoundFault = {
  readonly kind: 'list-digest' | 'commitment' | 'missing-sheet' | 'ranking'
  /** The commitment or the entry's number. */
  readonly where: string
}

/** Counts a closed round again from what is published, and from nothing else; answers every fault. */
export function verifyRound(record: RoundRecord): RoundFault[] {
  const faults: RoundFault[] = []
  if (listDigestOf(record.commitments) !== record.listDigest) faults.push({ kind: 'list-digest', where: '' })
  const listed = new Set(record.commitments)
  for (const sheet of record.sheets) {
    const made = commitmentOf({ roundId: record.roundId, ...sheet })
    if (made !== sheet.commitment || !listed.delete(made))
      faults.push({ kind: 'commitment', where: sheet.commitment })
  }
  for (const commitment of listed) faults.push({ kind: 'missing-sheet', where: commitment })
  return [...faults, ...rankingFaults(record)]
}

function rankingFaults(record: RoundRecord): RoundFault[] {
  const sheets = new Map<number, Points[]>()
  for (const { entry, points } of record.sheets) sheets.set(entry, [...(sheets.get(entry) ?? []), points])
  const counted = new Map(rank(record.rule, record.tieCriteria, sheets).map((one) => [one.entry, one]))
  const faults: RoundFault[] = []
  for (const { entry, rank: place, mean } of record.ranking) {
    const found = counted.get(entry)
    const isSame =
      found !== undefined &&
      found.rank === place &&
      String(found.mean.numerator) === mean.numerator &&
      String(found.mean.denominator) === mean.denominator &&
      shown(found.mean) === mean.shown
    if (!isSame) faults.push({ kind: 'ranking', where: String(entry) })
    counted.delete(entry)
  }
  return [
    ...faults,
    ...[...counted.keys()].map((entry) => ({ kind: 'ranking' as const, where: String(entry) })),
  ]
}
