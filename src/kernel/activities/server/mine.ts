import { sql } from 'kysely'
import type { Context, PersonKey } from '#platform/context.ts'
import type { Standing } from '../shapes.ts'
import { isPerson } from './find-activity.ts'

export type Mine = {
  readonly standing: Standing
  readonly position: number | null
  readonly signedUpAt: Date
  readonly checkedInAt: Date | null
}

type Row = Placed & { readonly id: string; readonly signedUpAt: Date; readonly checkedInAt: Date | null }

/** Where a person stands with an activity; null where they never signed up. */
export async function findMine(ctx: Context, activityId: string, person: PersonKey): Promise<Mine | null> {
  return (await mineOf(ctx, [activityId], person)).get(activityId) ?? null
}

/** The same of many activities at once, by id; without those that they never signed up for. */
export async function mineOf(
  ctx: Context,
  ids: readonly string[],
  person: PersonKey,
): Promise<ReadonlyMap<string, Mine>> {
  const { rows } = await sql<Row>`
    select distinct on (own.activity_id) own.activity_id as id, own.signed_up_at as "signedUpAt", activity.capacity,
      standing.seated, standing.place_in_order as place, came.at as "checkedInAt"
    from activities.sign_up own
    join activities.activity on activity.id = own.activity_id
    left join (select * from activities.standing where activity_id = any(${ids}::uuid[])) standing
      on standing.activity_id = own.activity_id and standing.no = own.no
    left join lateral (select present.at from activities.present
      where present.activity_id = own.activity_id and present.kind = 'came'
        and ${await isPerson(ctx, person, 'present')} limit 1) came on true
    where own.activity_id = any(${ids}::uuid[]) and ${await isPerson(ctx, person, 'own')}
    order by own.activity_id, own.no desc`.execute(ctx.db)
  return new Map(
    rows.map((row) => [
      row.id,
      { ...standingOf(row), signedUpAt: row.signedUpAt, checkedInAt: row.checkedInAt },
    ]),
  )
}

type Placed = {
  readonly seated: boolean | null
  readonly place: number | null
  readonly capacity: number | null
}

/** In words what the view says: no line there is somebody who withdrew. */
export function standingOf({ seated, place, capacity }: Placed): Pick<Mine, 'standing' | 'position'> {
  if (seated === null || place === null) return { standing: 'withdrawn', position: null }
  if (seated) return { standing: 'seated', position: null }
  return { standing: 'waiting', position: Number(place) - (capacity ?? 0) }
}
