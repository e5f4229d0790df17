import type { Context } from '#platform/context.ts'
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
}
