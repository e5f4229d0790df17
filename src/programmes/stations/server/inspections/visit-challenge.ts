import { startOfDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { ANY_PHOTO, makeChallenge } from '../evidence/challenge.ts'
import { requireInspector } from './independence.ts'

const DAY_MS = 86_400_000

/**
 * A visit's photos are taken where there may be no network, so that its challenge is given with the route and holds for
 * the route's day. It bears the visit's own id: of each kind it proves one photo, whichever phone took it.
 */
export function visitChallenge(
  ctx: Context,
  visit: { readonly inspectionId: string; readonly stationId: string },
  day: string,
): string {
  const { accountId } = requireInspector(ctx)
  return makeChallenge(ctx, {
    id: visit.inspectionId,
    station: visit.stationId,
    account: accountId,
    what: ANY_PHOTO,
    from: startOfDay(day).getTime(),
    forMs: DAY_MS,
  }).token
}
