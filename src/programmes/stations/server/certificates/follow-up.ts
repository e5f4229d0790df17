import type { Context } from '#platform/context.ts'
import { watchHonours } from '../honours/honour-watch.ts'
import type { CertificateChange } from './recompute.ts'
import { tellKeepers } from './tell-keepers.ts'

/**
 * What follows from a certificate's turn, in its transaction. An explicit list; only for turns of one station at a
 * time or of the day, never for the thousands of a new standard.
 */
export async function onCertificateChanged(
  ctx: Context,
  changes: readonly CertificateChange[],
): Promise<void> {
  await tellKeepers(ctx, changes)
  for (const { stationId, to } of changes) {
    const why = FALLEN[to]
    if (why !== undefined) await watchHonours(ctx, stationId, why)
  }
}

/** Turns after which the honours of a station wait for a person. */
const FALLEN: Partial<Record<CertificateChange['to'], string>> = {
  incomplete: '证书已不齐全',
  suspended: '证书已暂停',
  withdrawn: '证书已撤销',
}
