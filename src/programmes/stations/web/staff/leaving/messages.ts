import { defineMessages } from '#ui/i18n/text.ts'

export const leavingMessages = defineMessages({
  title: { zh: '退出和整改', en: 'Leaving and warnings' },
  nothing: { zh: '没有正在办理的退出或整改。', en: 'Nothing of the kind is under way.' },
  propose: { zh: '申请退出', en: 'Propose to leave' },
  proposeWhat: {
    zh: '退出要县区核实、市总决定，决定以后驿站从地图上撤下，历史都保留，门牌要收回。',
    en: 'The county checks and the city decides; then the station leaves the map, its history stays and its plate is brought back.',
  },
  mergedInto: { zh: '并入哪个驿站（编号）', en: 'Merged into (code)' },
  mergedHint: { zh: '不是合并就留空。', en: 'Leave empty where it is no merger.' },
  reason: { zh: '原因', en: 'Reason' },
  reasonShort: { zh: '原因至少4个字。', en: 'At least 4 characters.' },
  send: { zh: '提交', en: 'Send' },
  cancel: { zh: '取消', en: 'Cancel' },
  warn: { zh: '发整改警告', en: 'Warn' },
  warnWhat: {
    zh: '警告后限期十个工作日整改。一年内警告一次后才能提请暂停证书；警告两次并听取陈述以后，才能决定摘牌。',
    en: 'A warning gives ten working days. A suspension wants one warning within a year; a station is withdrawn only after two and a hearing.',
  },
  leaving: { zh: '退出办件', en: 'Case of leaving' },
  withdrawal: { zh: '整改办件', en: 'Case of warning' },
  warned: { zh: '一年内警告{count}次', en: '{count} warnings within a year' },
  open: { zh: '办理中', en: 'Open' },
  ended: { zh: '已结束', en: 'Ended' },
  gone: { zh: '{on}撤销：{reason}', en: 'Gone on {on}: {reason}' },
  plateBack: { zh: '门牌已于{when}收回', en: 'Plate brought back {when}' },
  plateOut: { zh: '门牌还没有收回', en: 'The plate is still out' },
  notePlate: { zh: '登记门牌收回', en: 'Note the plate as returned' },
  plateTo: { zh: '交到哪里', en: 'Handed in at' },
  noted: { zh: '已登记', en: 'Noted' },
  sent: { zh: '已提交', en: 'Sent' },
})
