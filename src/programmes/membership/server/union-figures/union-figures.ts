import { sql } from 'kysely'
import { breakdownBy, countBy, countOf, type Figure, type RecordList } from '#kernel/figures/index.ts'
import { above, district, form, foundedOn, name, trade } from './columns.ts'
import { termsAsOf, unionsAsOf } from './as-of.ts'

const shown = sql`organisation_id::text as key, name, above, adcode, form, trade, founded_on`

const all: RecordList['select'] = (_ctx, at) => sql`select ${shown} from ${unionsAsOf(at)} as one`

const newForm: RecordList['select'] = (_ctx, at) =>
  sql`select ${shown} from ${unionsAsOf(at)} as one where new_form`

const overdue: RecordList['select'] = (_ctx, at) => sql`
  select one.organisation_id::text as key, one.name, one.above, one.adcode, one.form, one.trade, one.founded_on,
    term.until_day
  from ${unionsAsOf(at)} as one join ${termsAsOf(at)} as term using (organisation_id)
  where term.until_day < ${at.asOf}::date`

const columns = [name, above, district, form, trade, foundedOn]

const common = {
  unit: { zh: '家', en: 'unions' },
  dimension: 'organisations',
  counted: 'record',
  owner: 'membership',
  chapter: { zh: '建会入会', en: 'Founding unions and joining them' },
  opensTo: 'everybody',
} as const satisfies Partial<Figure>

export const unionFigures: readonly Figure[] = [
  {
    ...common,
    key: 'membership.unions',
    title: { zh: '基层工会', en: 'Unions' },
    definition: {
      zh: '截至当日在册、没有撤销的基层工会、联合基层工会和工会联合会，每个组织计一家。',
      en: 'Grassroots unions, joint unions and union associations that stood on that day and were not dissolved, one for each.',
    },
    isNot: {
      zh: '不是覆盖的单位数：一个联合工会可以覆盖许多单位，仍计一家。',
      en: 'Not how many workplaces are covered: a joint union of many counts once.',
    },
    value: countOf(all),
    breakdowns: [breakdownBy(district, all), breakdownBy(form, all)],
    trend: foundedBy(all, {
      zh: '在册工会的成立月份',
      en: 'Standing unions, by the month of their founding',
    }),
    records: { columns, select: all },
  },
  {
    ...common,
    key: 'membership.newFormUnions',
    title: { zh: '新就业形态工会', en: 'Unions in new forms of employment' },
    definition: {
      zh: '在册工会中，登记为新就业形态劳动者（快递员、外卖配送员、货车司机、网约车司机等）工会的。',
      en: 'Standing unions on record as those of couriers, riders, truck and ride-hailing drivers and others in new forms of employment.',
    },
    isNot: {
      zh: '不是有新就业形态会员的全部工会：普通企业工会里也有这样的会员。',
      en: 'Not every union with such members: ordinary unions have some too.',
    },
    value: countOf(newForm),
    breakdowns: [
      breakdownBy(district, newForm),
      breakdownBy(form, newForm),
      breakdownBy(trade, newForm),
      breakdownBy(above, newForm),
    ],
    trend: foundedBy(newForm, {
      zh: '在册新就业形态工会的成立月份',
      en: 'Standing unions in new forms, by the month of their founding',
    }),
    records: { columns, select: newForm },
  },
  {
    ...common,
    key: 'membership.termsOverdue',
    title: { zh: '届满未换届的工会', en: 'Unions whose term is over' },
    definition: {
      zh: '在册工会中，登记的本届（含批准的延期）在当日之前已经届满、还没有登记新一届的。',
      en: 'Standing unions whose term on record, a granted delay included, ended before that day without a new one on record.',
    },
    isNot: {
      zh: '不包括没有登记届期的工会；也不包括届期当天届满的。',
      en: 'Not those without a term on record, nor those whose term ends on that very day.',
    },
    value: countOf(overdue),
    breakdowns: [breakdownBy(district, overdue), breakdownBy(above, overdue)],
    records: {
      columns: [...columns, { id: 'until_day', title: { zh: '届满日期', en: 'Term ended on' }, kind: 'day' }],
      select: overdue,
    },
  },
]

/** By the month in which a union was founded. */
function foundedBy(
  select: RecordList['select'],
  title: NonNullable<Figure['trend']>['title'],
): NonNullable<Figure['trend']> {
  return {
    title,
    step: 'month',
    addsUp: true,
    points: async (ctx, at) => {
      const months = sql`select left(founded_on::text, 7) as month from (${select(ctx, at)}) as listed`
      const rows = await countBy(ctx, months, 'month')
      return rows.map(({ key, value }) => ({ period: key, value }))
    },
  }
}
