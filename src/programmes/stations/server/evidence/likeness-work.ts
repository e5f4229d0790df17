import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { WorkItem } from '#platform/module.ts'
import { inReach } from '../in-reach.ts'

/** Pairs of photos that look alike and that the caller may judge: one item for all of them, since they lie on one page. */
export async function likenessWork(ctx: Context): Promise<WorkItem[]> {
  if (reachOf(ctx, 'stations.edit').length === 0) return []
  const { rows } = await sql<{ count: number; since: Date | null }>`
    select count(*)::int as count, min(likeness.found_at) as since from stations.likeness likeness
    join stations.evidence evidence on evidence.id = likeness.evidence_id
    join stations.station station on station.id = evidence.station_id
    where ${inReach(ctx, 'stations.edit')}
      and not exists (select from stations.likeness_verdict v where v.likeness_id = likeness.id)`.execute(
    ctx.db,
  )
  const { count, since } = rows[0]!
  if (since === null) return []
  return [
    {
      kind: 'stations.likenesses',
      title: {
        zh: `${count}对照片像是同一张，用在不同驿站，等您判定`,
        en: `${count} pairs of photos of different stations look alike; are they one?`,
      },
      href: '/staff/stations/likenesses',
      since,
    },
  ]
}
