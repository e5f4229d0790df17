import type { ImportDecision } from '../types.ts'
import { decisionWords } from '../words.ts'

/** Which rows of an import are shown, as it stands in the address. */
export type RowsSearch = { readonly decision?: ImportDecision; readonly page: number }

export const ROWS_A_PAGE = 50

export function readRowsSearch(given: URLSearchParams): RowsSearch {
  const decision = given.get('decision') ?? ''
  const page = Number(given.get('page'))
  return {
    ...(decision in decisionWords && { decision: decision as ImportDecision }),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

export function writeRowsSearch({ decision, page }: RowsSearch): URLSearchParams {
  const written = new URLSearchParams()
  if (decision !== undefined) written.set('decision', decision)
  if (page !== 1) written.set('page', String(page))
  return written
}
