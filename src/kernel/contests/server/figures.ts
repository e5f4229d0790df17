import { sql } from 'kysely'
import {
  breakdownBy,
  countOf,
  type AsOf,
  type Figure,
  type RecordColumn,
  type RecordList,
} from '#kernel/figures/index.ts'
import { endOfDay } from '#platform/city-time.ts'

const text = (id: string, zh: string, en: string): RecordColumn => ({ id, title: { zh, en }, kind: 'text' })
const contest = text('contest', '比赛', 'Contest')
const unit = text('unit', '单位', 'Unit')
const award = text('award', '奖项', 'Award')
const number: RecordColumn = { id: 'no', title: { zh: '作品编号', en: 'Entry no.' }, kind: 'number' }
const day: RecordColumn = { id: 'day', title: { zh: '日期', en: 'Day' }, kind: 'day' }

/** Each entry whose latest dated event of that day says that it stands, and that nobody had taken out by then. */
const standing = ({ asOf, recordedUpTo }: AsOf) => sql`(
  select entry.id, entry.no, entry.unit_id, contest.title as contest, latest.valid_from
  from contests.entry entry join contests.contest contest on contest.id = entry.contest_id
    join lateral (select event.state, event.valid_from from contests.entry_event event
      where event.entry_id = entry.id and event.valid_from < ${endOfDay(asOf)} and event.recorded_at <= ${recordedUpTo}
      order by event.no desc limit 1) latest on latest.state = 'submitted'
  where coalesce((select decision.no % 2 = 0 from contests.entry_decision decision where decision.entry_id = entry.id
    and decision.decided_at < ${endOfDay(asOf)} and decision.recorded_at <= ${recordedUpTo}
    order by decision.no desc limit 1), true))`

const entries: RecordList['select'] = (_ctx, at) => sql`
  select standing.id::text as key, standing.contest, standing.no, unit.name as unit,
    (standing.valid_from at time zone 'Asia/Shanghai')::date as day
  from ${standing(at)} as standing join organisations.organisation unit on unit.id = standing.unit_id`

const units: RecordList['select'] = (_ctx, at) => sql`
  select unit.id::text as key, unit.name as unit, count(*)::int as entries
  from ${standing(at)} as standing join organisations.organisation unit on unit.id = standing.unit_id
  group by unit.id`

/** Awards of results that stood by then; of every name, or of one. */
const awards =
  (name?: string): RecordList['select'] =>
  (_ctx, { asOf, recordedUpTo }) =>
    sql`
  select award.entry_id::text as key, contest.title as contest, award.award_name as award, entry.no, unit.name as unit,
    (standing.published_at at time zone 'Asia/Shanghai')::date as day
  from contests.standing_result standing
    join contests.result_award award on award.result_id = standing.result_id
    join contests.contest contest on contest.id = standing.contest_id
    join contests.entry entry on entry.id = award.entry_id
    join organisations.organisation unit on unit.id = entry.unit_id
  where standing.published_at < ${endOfDay(asOf)} and standing.recorded_at <= ${recordedUpTo}
    ${name === undefined ? sql`` : sql`and award.award_name = ${name}`}`

const common = {
  counted: 'record',
  owner: 'contests',
  chapter: { zh: '职工比赛', en: 'Contests' },
  opensTo: 'everybody',
} as const satisfies Partial<Figure>

const awardColumns = [contest, award, number, unit, day]

const awardFigure = (key: string, zh: string, en: string): Figure => ({
  ...common,
  key: `contests.${key}`,
  title: { zh, en },
  definition: {
    zh: `截至当日已公布结果的比赛中的${zh}，按公布的名单。`,
    en: `${en} in contests whose result had been published by that day, by the published list.`,
  },
  isNot: {
    zh: '不是规则里设置的名额：评出来并公布了才算。',
    en: 'Not the number that the rules provide for: it counts once it is given and published.',
  },
  unit: { zh: '名', en: 'prizes' },
  dimension: 'awards',
  value: countOf(awards(zh)),
  breakdowns: [breakdownBy(contest, awards(zh))],
  records: { columns: awardColumns, select: awards(zh) },
})

export const contestFigures: readonly Figure[] = [
  {
    ...common,
    key: 'contests.entries',
    title: { zh: '参赛作品', en: 'Contest entries' },
    definition: {
      zh: '截至当日报名有效的作品，不含已撤回和取消资格的。',
      en: 'Entries that stood on that day, without those taken back or taken out.',
    },
    isNot: {
      zh: '不是参赛人数：一件集体作品有许多人，一个人可以有几件作品。',
      en: 'Not a number of people: a team’s entry has many, and one person may have several entries.',
    },
    unit: { zh: '件', en: 'entries' },
    dimension: 'documents',
    value: countOf(entries),
    breakdowns: [breakdownBy(contest, entries)],
    records: { columns: [contest, number, unit, day], select: entries },
  },
  {
    ...common,
    key: 'contests.units',
    title: { zh: '参赛单位', en: 'Units taking part' },
    definition: {
      zh: '截至当日至少有一件有效作品的单位。',
      en: 'Units with at least one entry that stood on that day.',
    },
    isNot: {
      zh: '不是各项比赛的参赛单位之和：参加几项也只算一家。',
      en: 'Not a sum over contests: a unit that takes part in several counts once.',
    },
    unit: { zh: '家', en: 'units' },
    dimension: 'organisations',
    value: countOf(units),
    records: {
      columns: [unit, { id: 'entries', title: { zh: '作品', en: 'Entries' }, kind: 'number' }],
      select: units,
    },
  },
  {
    ...common,
    key: 'contests.awards',
    title: { zh: '获奖作品', en: 'Awards given' },
    definition: {
      zh: '截至当日已公布结果的比赛中获奖的作品，含优秀奖。',
      en: 'Entries with an award in contests whose result had been published by that day, merit prizes included.',
    },
    isNot: {
      zh: '不含单位的组织奖，也不含还在公示的结果。',
      en: 'Without units’ prizes, and without results still on notice.',
    },
    unit: { zh: '名', en: 'prizes' },
    dimension: 'awards',
    value: countOf(awards()),
    breakdowns: [breakdownBy(award, awards()), breakdownBy(contest, awards()), breakdownBy(unit, awards())],
    records: { columns: awardColumns, select: awards() },
  },
  awardFigure('firstPrizes', '一等奖', 'First prizes'),
  awardFigure('secondPrizes', '二等奖', 'Second prizes'),
  awardFigure('thirdPrizes', '三等奖', 'Third prizes'),
]
