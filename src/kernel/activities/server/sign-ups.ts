import { sql } from 'kysely'
import { tableFile } from '#kernel/files/index.ts'
import { personKeyText, personNames } from '#kernel/people/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityMoment } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { activities } from '../contract.ts'
import type { CheckInSource } from '../shapes.ts'
import { getActivityRow } from './find-activity.ts'
import { standingOf } from './mine.ts'
import { seatsOf } from './queries.ts'

/** As many as an activity has seats, and as many again who wait. */
const ROWS_MAX = 200_000

export const listSignUps: Handler<typeof activities.listSignUps> = async (ctx, input) => {
  const { id, page, pageSize } = input
  const { organisationId, capacity } = await getActivityRow(ctx, id)
  await requireAt(ctx, 'activities.read', organisationId)
  const rows = await lines(ctx, id, capacity, { limit: pageSize, offset: (page - 1) * pageSize })
  return { rows, ...(await counts(ctx, id)), ...(await seatsOf(ctx, id)) }
}

export const exportSignUps: Handler<typeof activities.exportSignUps> = async (ctx, input) => {
  const { id, format, reason } = input
  const { organisationId, capacity, title } = await getActivityRow(ctx, id)
  await requireAt(ctx, 'activities.run', organisationId)
  const rows = await lines(ctx, id, capacity, { limit: ROWS_MAX, offset: 0 })
  ctx.auditNote.organisationId = organisationId
  ctx.auditNote.subjects = [`activity:${id}`]
  return tableFile(ctx, {
    name: `${title}报名名单`,
    rowsAre: '人次报名',
    format,
    reason,
    headings: ['报名序号', '姓名', '名额', '报名时间', '取消时间', '签到时间', '签到方式'],
    rows: rows.map((row) => [
      row.no,
      row.name,
      row.standing === 'waiting' ? `候补第${row.position}位` : words[row.standing],
      cityMoment(row.signedUpAt),
      row.withdrawnAt === null ? '' : cityMoment(row.withdrawnAt),
      row.checkedInAt === null ? '' : cityMoment(row.checkedInAt),
      row.source === null ? '' : sources[row.source],
    ]),
  })
}

const words = { seated: '有名额', withdrawn: '已取消' } as const
const sources: Record<CheckInSource, string> = { code: '扫码', desk: '现场登记' }

type Line = {
  bk: number
  id: string
  no: number
  seated: boolean | null
  place: number | null
  signedUpAt: Date
  withdrawnAt: Date | null
  checkedInAt: Date | null
  source: CheckInSource | null
}

type Slice = { readonly limit: number; readonly offset: number }

/** Those who have a seat or wait in their order, then who withdrew. */
async function lines(ctx: Context, activityId: string, capacity: number | null, { limit, offset }: Slice) {
  const { rows } = await sql<Line>`
    select s.person_bk as bk, s.person_id as id, s.no, standing.seated, standing.place_in_order as place,
      s.signed_up_at as "signedUpAt", s.withdrawn_at as "withdrawnAt",
      present.at as "checkedInAt", present.source
    from activities.sign_up s
    left join activities.standing standing on standing.activity_id = s.activity_id and standing.no = s.no
    left join activities.present present on present.activity_id = s.activity_id and present.kind = 'came'
      and present.person_bk = s.person_bk and present.person_id = s.person_id and s.withdrawn_at is null
    where s.activity_id = ${activityId}
    order by s.withdrawn_at is not null, s.no limit ${limit} offset ${offset}`.execute(ctx.db)
  const names = await personNames(ctx, rows)
  return rows.map(({ bk, id, seated, place, ...row }) => ({
    ...row,
    ...standingOf({ seated, place, capacity }),
    person: { bk, id },
    name: names.get(personKeyText({ bk, id })) ?? '',
  }))
}

async function counts(ctx: Context, activityId: string) {
  const { rows } = await sql<{ total: number; checkedIn: number }>`
    select (select count(*)::int from activities.sign_up where activity_id = ${activityId}) as total,
      (select count(*)::int from activities.present where activity_id = ${activityId} and kind = 'came') as "checkedIn"`.execute(
    ctx.db,
  )
  return rows[0]!
}
