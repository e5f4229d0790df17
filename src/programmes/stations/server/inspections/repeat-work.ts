import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import { endOfDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { WorkItem } from '#platform/module.ts'
import { inReach } from '../in-reach.ts'

/** Repeat visits that no route has yet, as one item: they are planned together, the earliest due first. */
export async function repeatWork(ctx: Context): Promise<WorkItem[]> {
  if (reachOf(ctx, 'stations.inspect').length === 0) return []
  const { rows } = await sql<{ count: number; since: Date | null; dueOn: string | null }>`
    select count(*)::int as count, min(inspection.made_at) as since, min(inspection.due_on)::text as "dueOn"
    from stations.inspection inspection join stations.station station on station.id = inspection.station_id
    where inspection.kind = 'repeat' and inspection.round_id is null and inspection.ended_at is null
      and inspection.called_off_at is null and ${inReach(ctx, 'stations.inspect')}`.execute(ctx.db)
  const { count, since, dueOn } = rows[0]!
  if (since === null || dueOn === null) return []
  return [
    {
      kind: 'stations.repeat-visits',
      title: {
        zh: `${count}家驿站等着复查，还没有排进路线`,
        en: `${count} stations wait for a repeat visit that no route has yet`,
      },
      href: '/staff/stations/inspections/plan',
      since,
      dueAt: endOfDay(dueOn),
    },
  ]
}
