import { sql } from 'kysely'
import { momentAt } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { watchHonours } from '../honours/honour-watch.ts'
import type { DemoStation } from './demo-station.ts'
import type { PlacedStation } from './load-stations.ts'

const DOCUMENTS = {
  'national-best': {
    title: '全国最美工会户外劳动者服务站点',
    issuer: '全国总工会（演示）',
    sign: '演示总工发',
  },
  provincial: { title: '省级最美工会户外劳动者服务站点', issuer: '省总工会（演示）', sign: '演示省工发' },
  municipal: { title: '市级示范爱心驿站', issuer: '市总工会（演示）', sign: '演示市工发' },
  county: { title: '县级示范爱心驿站', issuer: '县总工会（演示）', sign: '演示县工发' },
} as const

/** Each honour of the story with the document that gave it; one document a level and day names them all. */
export async function loadHonours(
  ctx: Context,
  placed: readonly PlacedStation[],
  stations: readonly DemoStation[],
): Promise<void> {
  const rows = stations.flatMap(({ honour }, index) => {
    if (honour === undefined) return []
    const { title, issuer, sign } = DOCUMENTS[honour.level]
    return {
      id: newId(ctx.now.getTime()),
      station_id: placed[index]!.id,
      level: honour.level,
      title,
      document_no: `${sign}〔${honour.on.slice(0, 4)}〕${Number(honour.on.slice(5, 7))}号`,
      issuer,
      named_on: honour.on,
      recorded_at: new Date(momentAt(honour.on, '10:00')),
      made_by: '演示数据',
    }
  })
  await sql`insert into stations.honour (id, station_id, level, title, document_no, issuer, named_on, recorded_at, made_by)
    select id, station_id, level, title, document_no, issuer, named_on, recorded_at, made_by
    from json_populate_recordset(null::stations.honour, ${JSON.stringify(rows)}::json)`.execute(ctx.db)
}

/** Honoured stations that no longer meet their standard wait for a person, since the day on which they fell. */
export async function watchFallen(ctx: Context): Promise<void> {
  const { rows } = await sql<{ id: string; since: Date }>`
    select station_id as id, (since + time '06:00') at time zone 'Asia/Shanghai' as since
    from stations.certificate where state in ('incomplete', 'suspended', 'withdrawn')`.execute(ctx.db)
  for (const { id, since } of rows) await watchHonours({ ...ctx, now: since }, id, '证书不再齐全')
}
