import { addDays, cityDay, endOfDay, startOfDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { WorkItem } from '#platform/module.ts'
import { listKeepings } from '../keeping/keeping.ts'
import { standardOn } from '../standards/in-force.ts'
import { tables } from '../tables.ts'

/** The caller's stations whose certificate lacks something, or will within the days that the standard names. */
export async function lapsingWork(ctx: Context): Promise<WorkItem[]> {
  const ids = (await listKeepings(ctx)).map(({ stationId }) => stationId)
  if (ids.length === 0) return []
  const { content } = await standardOn(ctx, cityDay(ctx.now))
  const horizon = addDays(cityDay(ctx.now), content.lapsingWithinDays)
  const rows = await tables(ctx)
    .selectFrom('stations.certificate as certificate')
    .innerJoin('stations.station as station', 'station.id', 'certificate.station_id')
    .select(['station.name', 'certificate.state', 'certificate.since', 'certificate.lapses_on as lapsesOn'])
    .where('station.id', 'in', ids)
    .where('station.state', '<>', 'closed')
    .where('certificate.state', 'in', ['complete', 'lapsing', 'incomplete'])
    .orderBy('certificate.lapses_on')
    .execute()
  return rows.flatMap(({ name, since, lapsesOn, state }): WorkItem[] => {
    const isLacking = state === 'incomplete'
    if (!isLacking && (lapsesOn === null || lapsesOn > horizon)) return []
    return [
      {
        kind: isLacking ? 'stations.certificate-incomplete' : 'stations.certificate-lapsing',
        title: isLacking
          ? { zh: `${name}：证书不齐全，请补依据`, en: `${name}: its certificate lacks something` }
          : { zh: `${name}：证书快到期，请补依据`, en: `${name}: its certificate is about to lapse` },
        href: '/keeper',
        since: startOfDay(since),
        ...(!isLacking && lapsesOn !== null && { dueAt: endOfDay(lapsesOn) }),
      },
    ]
  })
}
