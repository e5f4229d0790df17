import { defineMessages } from '#ui/i18n/text.ts'

const fact = (zh: readonly [string, string], en: readonly [string, string]) =>
  defineMessages({ term: { zh: zh[0], en: en[0] }, text: { zh: zh[1], en: en[1] } })

export const openDataWords = {
  ...defineMessages({
    title: { zh: '开放数据', en: 'Open data' },
    standfirst: {
      zh: '公开报告里的每个数字都可以作为数据取走，带着口径、单位、截至日和记录清单的摘要。不用登记，也不用申请。',
      en: 'Every figure of the public report as data, with its definition, unit, day and the digest of its records. Nobody has to sign up or ask.',
    },
    dateline: { zh: '截至 {day}', en: 'As of {day}' },
    figures: { zh: '全部数字', en: 'All figures' },
    all: { zh: '一个文件带走全部数字（CSV）', en: 'All of them in one file (CSV)' },
    none: { zh: '还没有可公布的数字', en: 'There is no figure yet' },
    figure: { zh: '数字', en: 'Figure' },
    value: { zh: '数值', en: 'Value' },
    definition: { zh: '口径', en: 'Definition' },
    address: { zh: '数据', en: 'Data' },
    howTo: { zh: '怎么用', en: 'How to use it' },
    docs: { zh: '接口文档（OpenAPI）', en: 'The API described (OpenAPI)' },
  }),
  addresses: fact(
    ['地址不变', '每个数字有一个键，永不改给别的数字；键在，地址就在。'],
    [
      'Addresses stay',
      'Each figure has a key that is never given to another; as long as it stands, so does its address.',
    ],
  ),
  units: fact(
    ['单位', '数值就用写明的单位：钱用元，比率用百分数并列出分子和分母。人和人次是两种数，不相加。'],
    [
      'Units',
      'Values stand in the unit named: money in yuan, a share in per cent with both terms. Persons and turns are two things and never added.',
    ],
  ),
  withheld: fact(
    ['不公开的格子', '涉及个人的数以整十公开；少于十的组，以及会让人推算出这种组的格子，数值留空并说明。'],
    [
      'Withheld cells',
      'What counts people is told in whole tens; groups of fewer than ten, and cells that would give one away, are empty and say so.',
    ],
  ),
  days: fact(
    ['过去的日子', '加上 asOf=年-月-日，得到那一天的数，由同一批记录重算。'],
    [
      'Past days',
      'With asOf=year-month-day you get the figure of that day, counted again from the same records.',
    ],
  ),
  digest: fact(
    ['摘要', 'digest 是记录清单的 SHA-256；清单有任何增、删、改，它都会变。'],
    [
      'Digest',
      'digest is the SHA-256 of the record list; it changes with any record added, removed or altered.',
    ],
  ),
  limits: fact(
    ['次数', '同一地址每分钟最多 60 次；结果可以缓存 60 秒。CSV 是 UTF-8，可直接用表格软件打开。'],
    [
      'Limits',
      'At most 60 calls a minute from one address; answers may be cached for 60 seconds. CSV is UTF-8 and opens in a spreadsheet as it is.',
    ],
  ),
}
