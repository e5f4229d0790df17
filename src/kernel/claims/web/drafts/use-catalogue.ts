import { useMemo } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { figures } from '#kernel/figures/contract.ts'
import type { Catalogue } from '../../rules/drafts/check-sentence.ts'
import type { KnownFigure } from '../../rules/drafts/known-figure.ts'

type Listed = OutputOf<typeof figures.listFigures>

/** Today's public figures, with what they were when the year before ended: a report often carries last year's numbers on. */
export function useCatalogue(tolerance: number) {
  const now = useAnswer(figures.listFigures, {})
  const yearEnd = now.data === undefined ? undefined : `${Number(now.data.asOf.slice(0, 4)) - 1}-12-31`
  const then = useAnswer(figures.listFigures, yearEnd === undefined ? {} : { asOf: yearEnd }, {
    enabled: yearEnd !== undefined,
  })
  const catalogue = useMemo(
    () => (now.data === undefined ? undefined : catalogueOf(now.data, then.data, tolerance)),
    [now.data, then.data, tolerance],
  )
  return { now, catalogue }
}

function catalogueOf(now: Listed, then: Listed | undefined, tolerance: number): Catalogue {
  const before = new Map(then?.rows.map((row) => [row.key, row.value]))
  const known = now.rows.map((row): KnownFigure => {
    const value = before.get(row.key)
    return {
      key: row.key,
      title: row.title,
      unit: row.unit,
      dimension: row.dimension,
      value: row.value,
      numerator: row.numerator,
      denominator: row.denominator,
      inTens: row.opensTo === 'groups-of-ten' && (row.dimension === 'persons' || row.dimension === 'turns'),
      asOf: now.asOf,
      earlier: then === undefined || value === undefined ? [] : [{ asOf: then.asOf, value }],
    }
  })
  return { figures: known, byKey: new Map(known.map((figure) => [figure.key, figure])), tolerance }
}
