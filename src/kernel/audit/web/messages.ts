import { defineMessages } from '#ui/i18n/text.ts'

export const messages = defineMessages({
  title: { zh: '审计日志', en: 'Audit log' },
  summary: {
    zh: '每个办理和每次查看、导出敏感信息，都在这里留下一行，十秒内封存，不能改写。',
    en: 'Each command, and each look at or export of sensitive records, leaves a line, sealed within ten seconds.',
  },
  verify: { zh: '核验全部', en: 'Verify everything' },
  intact: {
    zh: '完好：{lines} 行、{seals} 个封存段，逐行逐段重算一致。最新封存 {no}：{digest}',
    en: 'Intact: {lines} lines and {seals} seals, each computed anew. Latest seal {no}: {digest}',
  },
  intactUnsealed: { zh: '完好，还没有封存段。', en: 'Intact; nothing is sealed yet.' },
  broken: {
    zh: '不一致：{count} 处被改动、删除或未封存',
    en: 'Not intact: {count} altered, deleted or unsealed',
  },
  operation: { zh: '操作', en: 'Operation' },
  operationHint: { zh: '操作名称，如“导出”', en: 'What was done, such as “export”' },
  subject: { zh: '记录', en: 'Records' },
  subjects: { zh: '{count} 条', en: '{count}' },
  outcome: { zh: '结果', en: 'Outcome' },
  all: { zh: '全部', en: 'All' },
  done: { zh: '完成', en: 'Done' },
  refused: { zh: '拒绝', en: 'Refused' },
  at: { zh: '时间', en: 'When' },
  who: { zh: '何人', en: 'Who' },
  where: { zh: '单位', en: 'Where' },
  why: { zh: '原因', en: 'Why' },
  seal: { zh: '封存段', en: 'Seal' },
  waiting: { zh: '待封存', en: 'Waiting' },
  nobody: { zh: '未登录者', en: 'Not signed in' },
  looked: { zh: '谁看过我的信息', en: 'Who looked at me' },
  lookedIntro: {
    zh: '工作人员查看、修改或导出您的信息时，都会在这里留下记录。',
    en: 'When staff look at, change or export what is held about you, it stands here.',
  },
  lookedEmpty: { zh: '还没有人看过', en: 'Nobody has looked yet' },
  noReason: { zh: '未写原因', en: 'No reason given' },
})
