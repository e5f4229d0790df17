import { sql } from 'kysely'
import { countOf, type Figure, type RecordList } from '#kernel/figures/index.ts'
import { membersByDistrict, membersByForm } from './member-counts.ts'
import { byDistrict, byForm, byMonth, districtsFrom, formsFrom } from './roll-breakdowns.ts'
import { rollAsOf } from './roll-as-of.ts'

const district = sql`(select d.adcode from organisations.organisation d
  where d.kind = 'county-federation' and d.path @> unit.path limit 1)`

const onTheRoll =
  (onlyNewForms: boolean): RecordList['select'] =>
  (_ctx, at) =>
    sql`
  select roll.membership_id::text as key, unit.name as union_name, ${district} as adcode, roll.new_form
  from ${rollAsOf(at)} as roll join organisations.organisation unit on unit.id = roll.organisation_id
  where roll.status = 'active' and (roll.new_form or not ${onlyNewForms})`

/** What changed memberships up to that day; `first` are beginnings that no transfer made. */
const admissions: RecordList['select'] = (_ctx, at) => sql`
  select begun.membership_id::text as key, begun.valid_from as day, unit.name as union_name,
    ${district} as adcode, begun.new_form
  from memberships.membership_history begun
  join organisations.organisation unit on unit.id = begun.organisation_id
  where begun.version = 1 and begun.valid_from <= ${at.asOf}::date and begun.recorded_at <= ${at.recordedUpTo}
    and begun.valid_from >= date_trunc('year', ${at.asOf}::date)
    and not exists (select from memberships.membership_history ended
      where ended.bk = begun.bk and ended.person_id = begun.person_id and ended.status = 'moved'
        and ended.valid_from = begun.valid_from and ended.recorded_at <= ${at.recordedUpTo})`

const transfers: RecordList['select'] = (_ctx, at) => sql`
  select ended.membership_id::text as key, ended.valid_from - 1 as day, unit.name as union_name,
    ${district} as adcode, ended.new_form
  from memberships.membership_history ended
  join organisations.organisation unit on unit.id = ended.organisation_id
  where ended.status = 'moved' and ended.valid_from <= ${at.asOf}::date and ended.recorded_at <= ${at.recordedUpTo}
    and ended.valid_from >= date_trunc('year', ${at.asOf}::date)`

const unionName = {
  id: 'union_name',
  title: { zh: '工会', en: 'Union' },
  kind: 'text',
} as const
const adcode = { id: 'adcode', title: { zh: '县区代码', en: 'District code' }, kind: 'text' } as const
const newForm = {
  id: 'new_form',
  title: { zh: '新就业形态', en: 'New form of employment' },
  kind: 'text',
  words: () => ({ true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } }),
} as const
const day = { id: 'day', title: { zh: '日期', en: 'Day' }, kind: 'day' } as const

const common = {
  counted: 'record',
  owner: 'membership',
  chapter: { zh: '建会入会', en: 'Joining the unions' },
  opensTo: 'groups-of-ten',
} as const satisfies Partial<Figure>

const countMembers =
  (onlyNewForms: boolean): Figure['value'] =>
  async (ctx, at) => {
    const counted = await membersByForm(ctx, at)
    return {
      value: counted.reduce((sum, { newForm, value }) => (newForm || !onlyNewForms ? sum + value : sum), 0),
    }
  }

const members = onTheRoll(false)
const newFormMembers = onTheRoll(true)

export const rollFigures: readonly Figure[] = [
  {
    ...common,
    key: 'membership.members',
    title: { zh: '工会会员', en: 'Union members' },
    definition: {
      zh: '当日在册的会员：已批准入会、没有转出、退会或除名，会籍没有保留。一人只计一次。',
      en: 'On the roll on that day: admitted, not moved away, left or expelled, and not retained. Each person counts once.',
    },
    isNot: {
      zh: '不含保留会籍的（离退休、下岗、单位撤销）；也不是职工人数。',
      en: 'Retained memberships (retired, laid off, union dissolved) are left out; nor is it how many are employed.',
    },
    unit: { zh: '人', en: 'persons' },
    dimension: 'persons',
    value: countMembers(false),
    breakdowns: [
      districtsFrom((ctx, at) => membersByDistrict(ctx, at, false)),
      formsFrom(async (ctx, at) =>
        (await membersByForm(ctx, at)).map(({ newForm, value }) => ({ key: String(newForm), value })),
      ),
    ],
    records: { columns: [unionName, adcode, newForm], select: members },
  },
  {
    ...common,
    key: 'membership.newFormMembers',
    title: { zh: '新就业形态劳动者会员', en: 'Members in new forms of employment' },
    definition: {
      zh: '当日在册会员中的货车司机、网约车司机、快递员、外卖送餐员和其他平台从业者。',
      en: 'Members on the roll who drive trucks or ride-hailing cars, deliver parcels or food, or work for another platform.',
    },
    isNot: {
      zh: '不是全部新就业形态劳动者，只是入了会的。',
      en: 'Not all workers in new forms of employment: those who joined.',
    },
    unit: { zh: '人', en: 'persons' },
    dimension: 'persons',
    value: countMembers(true),
    breakdowns: [districtsFrom((ctx, at) => membersByDistrict(ctx, at, true))],
    records: { columns: [unionName, adcode], select: newFormMembers },
  },
  {
    ...common,
    key: 'membership.admissions',
    title: { zh: '今年新入会', en: 'Admissions this year' },
    definition: {
      zh: '当年1月1日起到当日批准入会的人次；会籍转移不计。',
      en: 'Admissions from 1 January to that day; transfers are none.',
    },
    isNot: {
      zh: '不是净增：退会、除名、转往外市的没有扣除。',
      en: 'Not the net increase: those who left, were expelled or moved to another city are not taken off.',
    },
    unit: { zh: '人次', en: 'admissions' },
    dimension: 'turns',
    value: countOf(admissions),
    breakdowns: [byDistrict(admissions), byForm(admissions)],
    trend: byMonth({ zh: '各月入会', en: 'Admissions by month' }, admissions),
    records: { columns: [day, unionName, adcode, newForm], select: admissions },
  },
  {
    ...common,
    key: 'membership.transfers',
    title: { zh: '今年会籍转移', en: 'Transfers this year' },
    definition: {
      zh: '当年1月1日起到当日办结的会籍转移，按转出计一次，含转往外市。',
      en: 'Transfers completed from 1 January to that day, each counted once where it left, to other cities included.',
    },
    isNot: {
      zh: '不是申请数：没有办结的不计。',
      en: 'Not how many were asked for: what is under way is left out.',
    },
    unit: { zh: '人次', en: 'transfers' },
    dimension: 'turns',
    value: countOf(transfers),
    breakdowns: [byDistrict(transfers)],
    trend: byMonth({ zh: '各月转移', en: 'Transfers by month' }, transfers),
    records: { columns: [day, unionName, adcode, newForm], select: transfers },
  },
]
