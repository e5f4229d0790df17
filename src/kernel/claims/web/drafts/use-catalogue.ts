import { useMemo } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { claims } from '../../contract.ts'
import { catalogueOf, type Catalogue } from '../../rules/drafts/catalogue.ts'

/** What the numbers of a text are held against: today's public figures, and what they were on days that may be meant. */
export function useCatalogue(id: string, tolerance: number) {
  const now = useAnswer(claims.draftFigures, { id })
  const catalogue = useMemo(
    (): Catalogue | undefined => now.data && catalogueOf({ ...now.data, tolerance }),
    [now.data, tolerance],
  )
  return { now, catalogue }
}
