import { publicationDigests, verifyFigures } from '#kernel/figures/index.ts'
import type { Handler } from '#platform/module.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { claims } from '../../contract.ts'
import { requireVersion, textDigest } from './text-rows.ts'

/** Counts every number of a text again, as the verification of figures does, and holds the words against their digest. */
export const verify: Handler<typeof claims.verify> = async (ctx, { text, version }) => {
  const row = await requireVersion(ctx, text, version)
  const rows: OutputOf<typeof claims.verify>['rows'] = []
  let intact = true
  for (const publicationId of row.figures) {
    const found = await verifyFigures(ctx, { publication: publicationId })
    intact &&= found.intact
    rows.push(...found.rows.map(({ key, title, verdict }) => ({ publicationId, key, title, verdict })))
  }
  const wordsIntact =
    textDigest({
      ...row,
      as_of: row.asOf,
      recorded_up_to: row.recordedUpTo,
      figureDigests: await publicationDigests(ctx, row.figures),
    }) === row.digest
  return {
    intact: intact && wordsIntact,
    wordsIntact,
    text,
    version: row.version,
    title: row.title,
    checkedAt: ctx.now,
    rows,
  }
}
