import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import { newId } from '#platform/ids.ts'
import type { Context } from '#platform/context.ts'
import type { DemoContext } from '#platform/module.ts'
import { locate } from '../../rules/coordinates.ts'
import { answerRun } from '../siting/answer-run.ts'
import { insertPoints, type NewPoint } from '../siting/insert-points.ts'
import { tables } from '../tables.ts'
import type { DemoCity } from './demo-station.ts'
import { findSpot } from './ground.ts'
import { placesOf, quotas, type DemoPlace } from './places.ts'
import { createRandom, type Random } from './random.ts'

/** Points a weight of a place, and how far from its middle people still are. */
const POINTS_A_WEIGHT = 1.6
const SPREAD = 1.5
const SITES_A_PLACE = 2
const HALF_YEAR_MS = 180 * 86_400_000

/** Invented demand and candidate sites, both saying so, and two plans to look at. */
export async function loadSiting(ctx: Context, demo: DemoContext): Promise<void> {
  const organisationId = (demo.shared.get('organisations') as ReadonlyMap<string, string>).get(
    (demo.shared.get('city') as DemoCity).adcode,
  )!
  const random = createRandom(demo.seed, 'demand')
  const city = demo.shared.get('city') as DemoCity
  const validFrom = cityDay(new Date(demo.today.getTime() - HALF_YEAR_MS))
  const set = { organisationId, isInvented: true, validFrom, fileId: null, fileName: '', madeBy: '演示数据' }
  const demandId = newId(ctx.now.getTime())
  const sitesId = newId(ctx.now.getTime())
  await insertPoints(
    ctx,
    {
      ...set,
      id: demandId,
      kind: 'demand',
      name: '户外劳动者分布（演示）',
      method: '演示用的虚构数据：按各处热闹程度随机撒点，不是调查得来。',
    },
    demandOf(random, city),
  )
  await insertPoints(
    ctx,
    {
      ...set,
      id: sitesId,
      kind: 'sites',
      name: '备选门面（演示）',
      method: '演示用的虚构地点：各处随机取两个。',
    },
    sitesOf(random, city),
  )
  // The sets were recorded on their day, so that a figure can be asked as of a day since.
  await sql`update stations.point_set set recorded_at = (valid_from + time '10:00') at time zone 'Asia/Shanghai'`.execute(
    ctx.db,
  )
  const run = {
    organisation_id: organisationId,
    demand_id: demandId,
    detour_factor: 1.3,
    time_limit_seconds: 20,
  }
  for (const [title, question, count] of [
    ['明年再建10个', 'build', 10],
    ['合并重叠的5个', 'close', 5],
  ] as const) {
    const id = newId(ctx.now.getTime())
    await tables(ctx)
      .insertInto('stations.siting_run')
      .values({
        ...run,
        id,
        title,
        question,
        count,
        reach: 'one-km',
        sites_id: question === 'build' ? sitesId : null,
        made_by: '演示数据',
        made_by_bk: null,
        made_by_id: null,
        created_at: ctx.now,
      })
      .execute()
    await answerRun(ctx, id)
  }
}

function demandOf(random: Random, city: DemoCity): NewPoint[] {
  return quotas.flatMap((quota) =>
    placesOf(quota).flatMap((place) =>
      Array.from({ length: Math.max(2, Math.round(place.weight * POINTS_A_WEIGHT)) }, (_, index) => ({
        ...spotNear(
          random,
          city,
          { ...place, spreadMetres: place.spreadMetres * SPREAD },
          `${place.name}${index + 1}`,
        ),
        persons: Math.round(random.whole(15, 140) * quota.bustle),
      })),
    ),
  )
}

const sitesOf = (random: Random, city: DemoCity): NewPoint[] =>
  quotas.flatMap((quota) =>
    placesOf(quota).flatMap((place) =>
      Array.from({ length: SITES_A_PLACE }, (_, index) => ({
        ...spotNear(
          random,
          city,
          { ...place, spreadMetres: place.spreadMetres * SPREAD },
          `${place.name}${index === 0 ? '东' : '西'}门面`,
        ),
        persons: 0,
      })),
    ),
  )

function spotNear(random: Random, city: DemoCity, place: DemoPlace, name: string) {
  const { lng: longitude, lat: latitude } = findSpot(random, city, place, [])
  return { name, adcode: place.adcode, location: locate({ longitude, latitude }, 'GCJ-02', '') }
}
