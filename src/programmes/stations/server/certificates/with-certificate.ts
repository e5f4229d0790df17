import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { standardOn } from '../standards/in-force.ts'
import type { Cause } from './causes.ts'
import { certificatesOf } from './certificates-of.ts'
import { bringUpToDate } from './pass-time.ts'
import { recompute } from './recompute.ts'
import { titlesOf } from './verdict-shapes.ts'

/** Changes what a certificate stands on: what was due before is dated first, then the change, then what follows. */
export async function withCertificate<T>(
  ctx: Context,
  stationId: string,
  cause: Cause,
  change: () => Promise<T>,
): Promise<T> {
  await bringUpToDate(ctx, [stationId])
  const done = await change()
  await recompute(ctx, [stationId], cause)
  return done
}

/** Where the certificate stands now, as commands answer it. */
export async function standingNow(ctx: Context, stationId: string) {
  const { content } = await standardOn(ctx, cityDay(ctx.now))
  const { state, lapsesOn, failing } = (await certificatesOf(ctx, [stationId])).get(stationId)!
  return { state, lapsesOn, failing: titlesOf(content, failing) }
}
