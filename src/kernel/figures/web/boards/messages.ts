import { defineMessages } from '#ui/i18n/text.ts'

export const boardWords = defineMessages({
  hall: { zh: '大厅屏', en: 'Hall board' },
  brief: { zh: '一页看', en: 'On one page' },
  districts: { zh: '区县对照', en: 'Districts compared' },
  asOf: { zh: '截至 {day}', en: 'As of {day}' },
  lostSince: { zh: '网络中断，显示的是 {time} 的数', en: 'No connection; these are the figures of {time}' },
  justNow: { zh: '刚刚更新', en: 'just updated' },
  scan: { zh: '扫码看明细', en: 'Scan for the records' },
  byDistrict: { zh: '{figure}，按区县', en: '{figure}, by district' },
  more: { zh: '另有 {count} 个区县', en: '{count} more {count|district|districts}' },
  keys: {
    zh: 'F 全屏　← → 换屏　空格 停住',
    en: 'F full screen · ← → change · space holds',
  },
  held: { zh: '停住', en: 'Held' },
  screen: { zh: '第 {at} 屏，共 {count} 屏', en: 'Screen {at} of {count}' },
  empty: { zh: '还没有可公布的数字', en: 'There is no figure yet' },
  briefStandfirst: {
    zh: '每个数字今天是多少，比三十天前多了还是少了。点开看口径和记录。',
    en: 'What each figure is today, and how it moved in thirty days. Each opens to its definition and records.',
  },
  same: { zh: '与 30 天前相同', en: 'As 30 days ago' },
  up: { zh: '比 30 天前多 {amount}', en: '{amount} more than 30 days ago' },
  down: { zh: '比 30 天前少 {amount}', en: '{amount} fewer than 30 days ago' },
  elsewhere: { zh: '还可以看', en: 'See also' },
  report: { zh: '公开报告', en: 'The public report' },
  claims: { zh: '对外说过的数字', en: 'What was said in public' },
  openData: { zh: '开放数据', en: 'Open data' },
  districtsStandfirst: {
    zh: '同一个数字在各区县的走势，画在同一把尺上。先看高矮，再看快慢。',
    en: 'One figure in each district, drawn on one scale: first compare the heights, then the slopes.',
  },
  figure: { zh: '比哪个数字', en: 'Which figure' },
  monthEnd: { zh: '月末', en: 'End of month' },
  seriesAlternative: { zh: '{name}：从 {from} 到 {to}', en: '{name}: from {from} to {to}' },
  withheldDistricts: {
    zh: '未列数的地方不足 10，或会让人推算出不足 10 的组。',
    en: 'Where no number stands there are fewer than 10, or it would give away a group that is.',
  },
  noDistrict: { zh: '各区县都不足 10，不分开公布', en: 'Too few in each district to be told apart' },
  take: { zh: '导出这些数（CSV）', en: 'Export these (CSV)' },
})
