import { sql } from 'kysely'
import { countBy, type AsOf, type Figure, type RecordList } from '#kernel/figures/index.ts'
import type { Context } from '#platform/context.ts'

type Counts = (ctx: Context, at: AsOf) => Promise<{ key: string; value: number }[]>

export const districtsFrom = (counts: Counts) =>
  ({
    id: 'adcode',
    by: { zh: '按县区', en: 'By district' },
    addsUp: true,
    rows: async (ctx, at) => {
      const rows = await counts(ctx, at)
      const names = await sql<{ adcode: string; name: string }>`select adcode, name
        from organisations.organisation where kind = 'county-federation'`.execute(ctx.db)
      const byCode = new Map(names.rows.map((row) => [row.adcode, row.name]))
      return rows.map(({ key, value }) => ({
        key,
        label: { zh: byCode.get(key) ?? '市直', en: byCode.get(key) ?? 'The city itself' },
        value,
      }))
    },
  }) satisfies NonNullable<Figure['breakdowns']>[number]

export const byDistrict = (select: RecordList['select']) =>
  districtsFrom((ctx, at) => countBy(ctx, select(ctx, at), 'adcode'))

export const formsFrom = (counts: Counts) =>
  ({
    id: 'new_form',
    by: { zh: '按就业形态', en: 'By form of employment' },
    addsUp: true,
    rows: async (ctx, at) =>
      (await counts(ctx, at)).map(({ key, value }) => ({
        key,
        label:
          key === 'true'
            ? { zh: '新就业形态劳动者', en: 'New forms of employment' }
            : { zh: '单位职工', en: 'Employed' },
        value,
      })),
  }) satisfies NonNullable<Figure['breakdowns']>[number]

export const byForm = (select: RecordList['select']) =>
  formsFrom((ctx, at) => countBy(ctx, select(ctx, at), 'new_form'))

export const byMonth = (title: { zh: string; en: string }, select: RecordList['select']) =>
  ({
    title,
    step: 'month',
    addsUp: true,
    points: async (ctx, at) => {
      const months = sql`select to_char(r.day, 'YYYY-MM') as month from (${select(ctx, at)}) as r`
      return (await countBy(ctx, months, 'month')).map(({ key, value }) => ({ period: key, value }))
    },
  }) satisfies NonNullable<Figure['trend']>
