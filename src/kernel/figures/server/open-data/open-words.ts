import type { Text } from '#platform/text.ts'
import type { Counted, Dimension } from '../../figure.ts'

/** What a CSV of open data says. */
export const notes = {
  total: { zh: '总数', en: 'total' },
  part: { zh: '分组', en: 'part' },
  period: { zh: '时间', en: 'period' },
  withheld: {
    zh: '不公开（少于10，或会让人推算出少于10的组）',
    en: 'withheld (fewer than 10, or protects a group that is)',
  },
  tooFew: { zh: '人数太少，不分组公开', en: 'too few to be told in parts' },
  fewerThanTen: { zh: '不足10', en: 'fewer than 10' },
  none: { zh: '暂无', en: 'none yet' },
  demo: { zh: '演示数据，均为虚构', en: 'Demo data, all of it invented' },
  all: { zh: '全部数字', en: 'All figures' },
} as const satisfies Record<string, Text>

export const dimensions: Readonly<Record<Dimension, Text>> = {
  places: { zh: '地点', en: 'places' },
  persons: { zh: '人（同一人只计一次）', en: 'persons, each once' },
  turns: { zh: '人次（来一次计一次，不是人数）', en: 'turns, not persons' },
  money: { zh: '金额（不是保额）', en: 'money, never a sum insured' },
  organisations: { zh: '组织', en: 'organisations' },
  documents: { zh: '文书、证书或件数', en: 'documents or cases' },
  awards: { zh: '荣誉', en: 'awards' },
  ratio: { zh: '比率（两项都列出）', en: 'a share, with both terms' },
}

export const counted: Readonly<Record<Counted, Text>> = {
  record: { zh: '逐条记录', en: 'records' },
  estimate: { zh: '估计', en: 'estimate' },
  declared: { zh: '申报', en: 'declared' },
}

const key = { zh: '键', en: 'key' }
const figure = { zh: '数字', en: 'figure' }
const value = { zh: '数值', en: 'value' }
const unit = { zh: '单位', en: 'unit' }
const note = { zh: '说明', en: 'note' }
const definition = { zh: '口径', en: 'definition' }
const isNot = { zh: '它不是什么', en: 'what it is not' }
const dimension = { zh: '数的是哪一种', en: 'dimension' }
const how = { zh: '怎么数的', en: 'counted by' }
const owner = { zh: '负责', en: 'owner' }
const asOf = { zh: '截至', en: 'as of' }
const recordedUpTo = { zh: '记录截至', en: 'recorded up to' }
const demo = { zh: '提示', en: 'notice' }

export const heads: Readonly<Record<'line' | 'meaning' | 'catalogue', readonly Text[]>> = {
  line: [
    { zh: '类别', en: 'kind' },
    { zh: '分组依据', en: 'grouped by' },
    { zh: '组', en: 'group' },
    { zh: '时间', en: 'period' },
    value,
    unit,
    note,
  ],
  meaning: [
    key,
    figure,
    definition,
    isNot,
    dimension,
    how,
    { zh: '怎么查的', en: 'query in words' },
    owner,
    asOf,
    recordedUpTo,
    { zh: '记录清单 SHA-256', en: 'SHA-256 of the record list' },
    demo,
  ],
  catalogue: [
    key,
    { zh: '章节', en: 'chapter' },
    figure,
    value,
    unit,
    { zh: '分子', en: 'numerator' },
    { zh: '分母', en: 'denominator' },
    note,
    dimension,
    definition,
    isNot,
    how,
    owner,
    asOf,
    recordedUpTo,
    { zh: 'JSON 地址', en: 'JSON address' },
    { zh: 'CSV 地址', en: 'CSV address' },
    demo,
  ],
}
