import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { WorkItem } from '#platform/module.ts'
import { inReach } from '../in-reach.ts'
import { tables } from '../tables.ts'

const ITEMS_MAX = 50

/** Honours whose stations no longer meet their standard: for whoever may decide on them. */
export async function honoursWork(ctx: Context): Promise<WorkItem[]> {
  if (reachOf(ctx, 'stations.decide').length === 0) return []
  const rows = await tables(ctx)
    .selectFrom('stations.honour_watch as watch')
    .innerJoin('stations.honour as honour', 'honour.id', 'watch.honour_id')
    .innerJoin('stations.station as station', 'station.id', 'honour.station_id')
    .select(['honour.title', 'station.name', 'watch.since'])
    .where('watch.answered_at', 'is', null)
    .where(inReach(ctx, 'stations.decide'))
    .orderBy('watch.since')
    .limit(ITEMS_MAX)
    .execute()
  return rows.map(({ title, name, since }) => ({
    kind: 'stations.honour-watch',
    title: {
      zh: `${name}不再达标，荣誉“${title}”要不要保留`,
      en: `${name} no longer meets its standard; what of “${title}”?`,
    },
    href: '/staff/stations/honours',
    since,
  }))
}
