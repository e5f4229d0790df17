import { useMemo } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { claims } from '../../contract.ts'
import type { Catalogue } from '../../rules/drafts/check-sentence.ts'

/** What the numbers of a text are held against: today's public figures, and what they were on days that may be meant. */
export function useCatalogue(id: string, tolerance: number) {
  const now = useAnswer(claims.draftFigures, { id })
  const catalogue = useMemo((): Catalogue | undefined => {
    const figures = now.data?.figures
    return figures && { figures, byKey: new Map(figures.map((figure) => [figure.key, figure])), tolerance }
  }, [now.data, tolerance])
  return { now, catalogue }
}
