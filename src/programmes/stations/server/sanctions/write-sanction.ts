import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { SanctionKind } from '../../rules/certificate/sanctions.ts'
import { withCertificate } from '../certificates/with-certificate.ts'
import { tables } from '../tables.ts'

/** What a case decided about a station; `warning-lifted` takes back every warning of its case. */
type NewSanction = {
  readonly stationId: string
  readonly kind: SanctionKind | 'warning-lifted'
  readonly reason: string
  readonly caseId: string
}

/** Writes the decision down as of today, and computes the certificate from it. */
export async function writeSanction(
  ctx: Context,
  { stationId, kind, reason, caseId }: NewSanction,
): Promise<void> {
  const row = {
    id: newId(ctx.now.getTime()),
    station_id: stationId,
    kind,
    from_day: cityDay(ctx.now),
    reason,
    case_id: caseId,
  }
  await withCertificate(ctx, stationId, 'decision', () =>
    tables(ctx).insertInto('stations.sanction').values(row).execute(),
  )
}
