import { defineMessages } from '#ui/i18n/text.ts'

export const messages = defineMessages({
  title: { zh: '待办', en: 'Work list' },
  summary: { zh: '等您处理的事，最急的在前', en: 'What waits for you, the most pressing first' },
  emptyTitle: { zh: '没有等您处理的事', en: 'Nothing waits for you' },
  emptyWhy: { zh: '新的事项会出现在这里。', en: 'New work appears here.' },
  what: { zh: '事项', en: 'What' },
  where: { zh: '单位', en: 'Where' },
  since: { zh: '等候', en: 'Waiting since' },
  due: { zh: '期限', en: 'Due' },
  state: { zh: '状态', en: 'State' },
  late: { zh: '已逾期', en: 'Overdue' },
  inTime: { zh: '期限内', en: 'In time' },
  noDue: { zh: '无期限', en: 'No date' },
})
