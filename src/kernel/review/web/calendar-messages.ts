import { defineMessages } from '#ui/i18n/text.ts'

export const calendarMessages = defineMessages({
  title: { zh: '工作日历', en: 'Working calendar' },
  summary: {
    zh: '办理期限和公示期按它计算，已公布到{year}年',
    en: 'Deadlines and notices are counted by it; published up to {year}',
  },
  year: { zh: '年份', en: 'Year' },
  day: { zh: '日期', en: 'Day' },
  weekday: { zh: '星期', en: 'Weekday' },
  kind: { zh: '安排', en: 'What' },
  'day-off': { zh: '放假', en: 'Day off' },
  'make-up': { zh: '调休上班', en: 'Worked' },
  name: { zh: '名称', en: 'Occasion' },
  notPublished: { zh: '{year}年的放假安排还没有录入', en: 'The calendar of {year} was not read in yet' },
  notPublishedWhy: {
    zh: '落在这一年的期限只排除周末，并会注明。',
    en: 'Deadlines that fall into it leave out weekends only, and say so.',
  },
  source: {
    zh: '第{version}版 · {source} · 文号：{notice} · {by}录入',
    en: 'Version {version} · {source} · notice {notice} · read in by {by}',
  },
  noNotice: { zh: '未登记', en: 'not registered' },
  import: { zh: '录入一年', en: 'Read in a year' },
  importHint: {
    zh: '每行一天：日期 放假或上班 名称，例如“2027-10-01 放假 国庆节”。留空则取平台自带的数据（{years}年）。',
    en: 'One day a line: day, 放假 or 上班, occasion, such as “2027-10-01 放假 国庆节”. Left empty, the collection that comes with the platform is read ({years}).',
  },
  days: { zh: '放假和调休', en: 'Days off and worked' },
  noticeNo: { zh: '通知文号', en: 'Number of the notice' },
  noticeHint: { zh: '例如：国办发明电〔2025〕7号', en: 'Such as 国办发明电〔2025〕7号' },
  badLine: { zh: '第{line}行看不懂：{text}', en: 'Line {line} cannot be read: {text}' },
  done: {
    zh: '已录入{days}天，{recomputed}个在办件的期限已重新计算',
    en: '{days} {days|day|days} read in; {recomputed} open {recomputed|deadline|deadlines} computed anew',
  },
  cancel: { zh: '取消', en: 'Cancel' },
})
