import { defineMessages } from '#ui/i18n/text.ts'

export const flagMessages = defineMessages({
  title: { zh: '异常线索', en: 'What looks wrong' },
  summary: {
    zh: '线索只是线索：由人核实，不自动处罚。乘车人以当月代号出现。',
    en: 'A flag is only a flag: a person judges it and nothing follows by itself. Riders stand under the month’s pseudonym.',
  },
  empty: { zh: '没有异常线索', en: 'Nothing looks wrong' },
  emptyHint: {
    zh: '每小时自动查一遍最近四十天的乘车。',
    en: 'The rides of the last forty days are looked at every hour.',
  },
  openOnly: { zh: '只看待核实', en: 'Open only' },
  kind: { zh: '线索', en: 'Flag' },
  day: { zh: '日期', en: 'Day' },
  evidence: { zh: '依据', en: 'Evidence' },
  state: { zh: '状态', en: 'State' },
  rider: { zh: '当月代号', en: 'Pseudonym' },
  fromRoute: { zh: '先乘', en: 'First on' },
  toRoute: { zh: '后乘', en: 'Then on' },
  fromReader: { zh: '前一台读卡机', en: 'First reader' },
  toReader: { zh: '读卡机', en: 'Reader' },
  metres: { zh: '两条线路最近相距（米）', en: 'Metres between nearest stops' },
  seconds: { zh: '相隔（秒）', en: 'Seconds apart' },
  speedKmh: { zh: '需要时速（公里）', en: 'Would need km/h' },
  limitKmh: { zh: '限度（公里/小时）', en: 'Limit km/h' },
  files: { zh: '文件数', en: 'Files' },
  file: { zh: '文件', en: 'File' },
  number: { zh: '编号', en: 'Number' },
  lines: { zh: '行数', en: 'Lines' },
  duplicates: { zh: '重复行', en: 'Duplicates' },
})
