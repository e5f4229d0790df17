import { sql } from 'kysely'
import { addDays, cityDay, startOfDay } from '#platform/city-time.ts'
import type { PersonKey } from '#platform/context.ts'
import { newId, randomCode } from '#platform/ids.ts'
import type { DemoContext } from '#platform/module.ts'

type Invented = {
  readonly title: string
  readonly summary: string
  readonly place: string
  /** Days from today; negative ones are past. */
  readonly inDays: number
  /** Hours of the city's day. */
  readonly from: number
  readonly hours: number
  readonly capacity: number | null
  readonly signedUp: number
  /** Of a hundred who had a seat, how many came. */
  readonly came?: number
  readonly adcode?: string
  readonly cancelled?: string
}

const invented: readonly Invented[] = [
  {
    title: '新就业形态劳动者读书分享会',
    summary: '每人三分钟，讲一本书里最打动自己的一页。备茶水，可带家人。',
    place: '市工人文化宫二楼报告厅',
    inDays: 9,
    from: 14,
    hours: 3,
    capacity: 60,
    signedUp: 71,
  },
  {
    title: '冬季骑行安全课',
    summary: '雨雪天怎么刹车、头盔怎么选、出了事故先做什么。讲完现场检查车辆。',
    place: '新华区新业态工会联合会院内',
    inDays: 4,
    from: 9,
    hours: 2,
    capacity: 40,
    signedUp: 23,
    adcode: '410402',
  },
  {
    title: '法律援助律师坐班日',
    summary: '欠薪、工伤、社保，当面问律师。带上合同、工资条、聊天记录。',
    place: '市职工服务中心一楼大厅',
    inDays: 1,
    from: 9,
    hours: 8,
    capacity: null,
    signedUp: 37,
  },
  {
    title: '劳模进校园：一堂手艺课',
    summary: '听劳模讲手艺，学生动手试一试。',
    place: '卫东区第三中学',
    inDays: -12,
    from: 15,
    hours: 2,
    capacity: 120,
    signedUp: 128,
    came: 93,
    adcode: '410403',
  },
  {
    title: '外卖骑手健康体检',
    summary: '血压、血糖、视力、心电图，空腹前来。',
    place: '湛河区总工会体检点',
    inDays: -26,
    from: 8,
    hours: 4,
    capacity: 80,
    signedUp: 84,
    came: 88,
    adcode: '410411',
  },
  {
    title: '秋季健步走',
    summary: '白龟湖湿地公园环湖五公里，慢走也能完成。',
    place: '白龟湖湿地公园东门',
    inDays: -40,
    from: 8,
    hours: 3,
    capacity: 200,
    signedUp: 164,
    cancelled: '当天有大风蓝色预警，改期另行通知。',
  },
]

const DAY_MS = 24 * 60 * 60 * 1000
const HOUR_MS = 60 * 60 * 1000

/** A few activities of the city and of counties: to come with free seats, full with people waiting, past, called off. */
export async function loadDemo(demo: DemoContext): Promise<void> {
  const organisations = demo.shared.get('organisations') as ReadonlyMap<string, string>
  const city = (demo.shared.get('city') as { adcode: string }).adcode
  const people = (demo.shared.get('people') as readonly { key: PersonKey }[]).map(({ key }) => key)
  for (const [index, one] of invented.entries()) {
    const times = timesOf(demo.today, one)
    const id = newId(times.announced.getTime())
    await sql`
      insert into activities.activity (id, organisation_id, title, summary, place, starts_at, ends_at, sign_up_from,
        sign_up_until, capacity, code, made_by, made_at, cancelled_at, cancel_reason)
      values (${id}, ${organisations.get(one.adcode ?? city)!}, ${one.title}, ${one.summary}, ${one.place},
        ${times.starts}, ${times.ends}, ${times.announced}, ${times.starts}, ${one.capacity}, ${randomCode(12)},
        '演示', ${times.announced}, ${one.cancelled ? new Date(times.starts.getTime() - DAY_MS) : null},
        ${one.cancelled ?? null})`.execute(demo.db)
    await signUpMany(demo, id, one, times.announced, people.slice(index * 200, index * 200 + one.signedUp))
    if (one.came !== undefined) await comeMany(demo, id, one, times.starts)
  }
}

function timesOf(today: Date, { inDays, from, hours }: Invented) {
  const starts = new Date(startOfDay(addDays(cityDay(today), inDays)).getTime() + from * HOUR_MS)
  return {
    starts,
    ends: new Date(starts.getTime() + hours * HOUR_MS),
    announced: new Date(Math.min(starts.getTime() - 14 * DAY_MS, today.getTime() - 3 * DAY_MS)),
  }
}

/** Half an hour from one to the next, as far as today allows. */
async function signUpMany(
  { db, today }: DemoContext,
  activityId: string,
  { signedUp }: Invented,
  announced: Date,
  people: readonly PersonKey[],
): Promise<void> {
  const step = Math.min(HOUR_MS / 2, (today.getTime() - announced.getTime()) / (signedUp + 1))
  await sql`
    insert into activities.sign_up (activity_id, no, person_bk, person_id, signed_up_at)
    select ${activityId}, no, bk, id, ${announced}::timestamptz + no * make_interval(secs => ${step / 1000})
    from unnest(${people.map(({ bk }) => bk)}::smallint[], ${people.map(({ id }) => id)}::uuid[])
      with ordinality as one (bk, id, no)`.execute(db)
}

async function comeMany(
  { db }: DemoContext,
  activityId: string,
  { came }: Invented,
  starts: Date,
): Promise<void> {
  await sql`
    insert into activities.attendance (activity_id, person_bk, person_id, no, kind, source, at, made_by, recorded_at)
    select activity_id, person_bk, person_id, 1, 'came', case when no % 5 = 0 then 'desk' else 'code' end,
      ${starts}::timestamptz - make_interval(mins => 20 - no % 25), '演示',
      ${starts}::timestamptz - make_interval(mins => 20 - no % 25)
    from activities.standing where activity_id = ${activityId} and seated and no * 37 % 100 < ${came}`.execute(
    db,
  )
}
