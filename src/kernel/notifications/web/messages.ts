import { defineMessages } from '#ui/i18n/text.ts'

export const messages = defineMessages({
  title: { zh: '消息', en: 'Messages' },
  list: { zh: '消息列表', en: 'Messages' },
  unread: { zh: '未读', en: 'Unread' },
  markAll: { zh: '全部标为已读', en: 'Mark all as read' },
  none: { zh: '还没有消息', en: 'No messages yet' },
  noneWhy: {
    zh: '您反映的问题有了答复、您申请的事有了结果，会在这里告诉您。消息保存一年。',
    en: 'Answers to your reports and results of what you applied for appear here. Messages are kept for a year.',
  },
  older: { zh: '更早的消息', en: 'Older messages' },
})
