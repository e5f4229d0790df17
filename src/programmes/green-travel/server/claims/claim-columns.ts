import type { ColumnSpec } from '#platform/tabular/find-header.ts'

export type ClaimColumn = 'number' | 'day' | 'route' | 'rides' | 'fen' | 'yuan'

export const claimColumns: readonly ColumnSpec<ClaimColumn>[] = [
  {
    key: 'number',
    text: { zh: '流水号', en: 'number' },
    aliases: ['流水号', '编号', '交易流水号', '订单号', 'number'],
  },
  {
    key: 'day',
    text: { zh: '日期', en: 'date' },
    aliases: ['日期', '乘车日期', '营运日期', '时间', 'date'],
    required: true,
  },
  {
    key: 'route',
    text: { zh: '线路', en: 'route' },
    aliases: ['线路', '线路号', '线路编号', '路线', 'route'],
    required: true,
  },
  { key: 'rides', text: { zh: '次数', en: 'rides' }, aliases: ['次数', '乘车次数', '人次', '笔数', 'rides'] },
  { key: 'fen', text: { zh: '金额（分）', en: 'amount in fen' }, aliases: ['金额分', '补贴分', 'fen'] },
  {
    key: 'yuan',
    text: { zh: '金额', en: 'amount' },
    aliases: ['金额', '金额元', '补贴金额', '应补金额', '补贴金额元', '应补金额元', 'amount'],
  },
]
