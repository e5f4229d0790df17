import type { Context, PersonKey } from '#platform/context.ts'
import type { Standing } from '../shapes.ts'
import { isPerson } from './find-activity.ts'
import { tables } from './tables.ts'

export type Mine = {
  readonly standing: Standing
  readonly position: number | null
  readonly signedUpAt: Date
  readonly checkedInAt: Date | null
}

/** Where a person stands with an activity; null where they never signed up. */
export async function findMine(ctx: Context, activityId: string, person: PersonKey): Promise<Mine | null> {
  const last = await tables(ctx)
    .selectFrom('activities.sign_up as own')
    .innerJoin('activities.activity as activity', 'activity.id', 'own.activity_id')
    .leftJoin('activities.standing as standing', (join) =>
      join.onRef('standing.activity_id', '=', 'own.activity_id').onRef('standing.no', '=', 'own.no'),
    )
    .select(['own.signed_up_at as signedUpAt', 'activity.capacity'])
    .select(['standing.seated', 'standing.place_in_order as place'])
    .where('own.activity_id', '=', activityId)
    .where(await isPerson(ctx, person, 'own'))
    .orderBy('own.no', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined) return null
  return {
    ...standingOf(last),
    signedUpAt: last.signedUpAt,
    checkedInAt: await findPresence(ctx, activityId, person),
  }
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

/** When the person checked in; null where they have not, or it was taken back. */
export async function findPresence(
  ctx: Context,
  activityId: string,
  person: PersonKey,
): Promise<Date | null> {
  const found = await tables(ctx)
    .selectFrom('activities.present as present')
    .select('present.at')
    .where('present.activity_id', '=', activityId)
    .where('present.kind', '=', 'came')
    .where(await isPerson(ctx, person, 'present'))
    .executeTakeFirst()
  return found?.at ?? null
}
