import { call } from '#platform/client/call.ts'
import { stations } from '#programmes/stations/contract.ts'
import type { ImportDecision, ImportRow } from '../types.ts'

/** The contract's largest page. */
const PAGE_SIZE = 200

/** Every row with one of these decisions, in the order of the file; page by page, because a roster may be long. */
export async function listAllRows(
  importId: string,
  decisions: readonly ImportDecision[],
  signal: AbortSignal,
): Promise<ImportRow[]> {
  const all: ImportRow[] = []
  for (const decision of decisions) {
    for (let page = 1; ; page++) {
      const input = { importId, decision, page, pageSize: PAGE_SIZE }
      const { rows } = await call(stations.listImportRows, input, { signal })
      all.push(...rows)
      if (rows.length < PAGE_SIZE) break
    }
  }
  return all.sort((a, b) => a.row - b.row)
}
