import { cityOf } from '#kernel/city/index.ts'
import type { RecordColumn } from '#kernel/figures/index.ts'
import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'
import { stationLevels } from '../roster/roster-levels.ts'

type Words = Readonly<Record<string, Text>>

const districtWords = ({ config }: Pick<Context, 'config'>): Words => {
  const { districts, formerDistricts } = cityOf(config)
  return Object.fromEntries([...formerDistricts, ...districts].map(({ adcode, name }) => [adcode, name]))
}

const levelWords: Words = Object.fromEntries(stationLevels.map(({ level, text }) => [level, text]))

const stateWords: Words = {
  operating: { zh: '开放', en: 'Operating' },
  suspended: { zh: '暂停', en: 'Suspended' },
}

export const reportKindWords: Words = {
  locked: { zh: '门锁着', en: 'Door locked' },
  broken: { zh: '设施坏了', en: 'Something broken' },
  'no-water': { zh: '没有水', en: 'No water' },
  dirty: { zh: '不整洁', en: 'Untidy' },
  other: { zh: '其他', en: 'Other' },
}

/** A station's columns, as every list of this programme has them. */
export const code: RecordColumn = {
  id: 'code',
  title: { zh: '驿站编号', en: 'Station' },
  kind: 'text',
  href: (value) => `/stations/${encodeURIComponent(value)}`,
}
export const name: RecordColumn = { id: 'name', title: { zh: '名称', en: 'Name' }, kind: 'text' }
export const district: RecordColumn = {
  id: 'adcode',
  title: { zh: '县区', en: 'District' },
  kind: 'text',
  words: districtWords,
}
export const level: RecordColumn = {
  id: 'level',
  title: { zh: '级别', en: 'Level' },
  kind: 'text',
  words: () => levelWords,
}
export const state: RecordColumn = {
  id: 'state',
  title: { zh: '状态', en: 'State' },
  kind: 'text',
  words: () => stateWords,
}
export const openedOn: RecordColumn = {
  id: 'opened_on',
  title: { zh: '启用日期', en: 'Opened on' },
  kind: 'day',
}
