import { addDays, cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { sanctionableAfter } from '../../rules/certificate/sanctions.ts'
import { tables } from '../tables.ts'

const SANCTIONS_MAX = 50

/** The decisions about a station's certificate, newest first. */
export async function sanctionsOf(ctx: Context, stationId: string) {
  return tables(ctx)
    .selectFrom('stations.sanction')
    .select(['kind', 'from_day as fromDay', 'reason', 'case_id as caseId'])
    .where('station_id', '=', stationId)
    .orderBy('from_day', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(SANCTIONS_MAX)
    .execute()
}

type Sanctions = Awaited<ReturnType<typeof sanctionsOf>>

export const warningsWithinAYear = (ctx: Context, sanctions: Sanctions): number => {
  const since = addDays(cityDay(ctx.now), -365)
  const lifted = new Set(sanctions.flatMap(({ kind, caseId }) => (kind === 'warning-lifted' ? caseId : [])))
  return sanctions.filter(
    ({ kind, fromDay, caseId }) => kind === 'warning' && fromDay >= since && !lifted.has(caseId),
  ).length
}

export const sanctionable = (ctx: Context, sanctions: Sanctions) =>
  sanctionableAfter({
    warnings: warningsWithinAYear(ctx, sanctions),
    standing: sanctions.map(({ kind }) => kind).find(isStanding) ?? null,
  })

const isStanding = (kind: string) => kind === 'suspension' || kind === 'withdrawal' || kind === 'restoration'
