import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'
import type { AsOf, Breakdown, RecordColumn, RecordList } from '../figure.ts'
import { countBy } from './counting.ts'

type Counts = (ctx: Context, at: AsOf) => Promise<readonly { key: string; value: number }[]>

const unknown: Text = { zh: '未登记', en: 'Not on record' }

/** How many records each code of a column has, in words, the largest first. Each record has one code, so parts add up. */
export const breakdownBy = (column: RecordColumn, select: RecordList['select']): Breakdown =>
  breakdownFrom(column, (ctx, at) => countBy(ctx, select(ctx, at), column.id))

/** The same where the counts come from elsewhere, such as a rollup. */
export const breakdownFrom = (column: RecordColumn, counts: Counts): Breakdown => ({
  id: column.id,
  by: { zh: `按${column.title.zh}`, en: `By ${column.title.en.toLowerCase()}` },
  addsUp: true,
  rows: async (ctx: Context, at: AsOf) => {
    const words = column.words?.(ctx) ?? {}
    return (await counts(ctx, at))
      .map(({ key, value }) => ({
        key,
        value,
        label: words[key] ?? (key === '' ? unknown : { zh: key, en: key }),
      }))
      .sort((a, b) => b.value - a.value)
  },
})
