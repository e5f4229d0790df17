import { cityOf } from '#kernel/city/index.ts'
import type { RecordColumn } from '#kernel/figures/index.ts'
import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'

type Words = Readonly<Record<string, Text>>

export const formWords: Words = {
  committee: { zh: '单独建立委员会', en: 'Committee of its own' },
  organiser: { zh: '组织员', en: 'Organiser' },
  joint: { zh: '联合基层工会', en: 'Joint union' },
  association: { zh: '工会联合会', en: 'Union association' },
}

export const tradeWords: Words = {
  courier: { zh: '快递', en: 'Couriers' },
  rider: { zh: '外卖配送', en: 'Riders' },
  truck: { zh: '货车司机', en: 'Truck drivers' },
  'ride-hailing': { zh: '网约车司机', en: 'Ride-hailing drivers' },
}

const districtWords = ({ config }: Pick<Context, 'config'>): Words => {
  const { districts, formerDistricts, adcode, name: city } = cityOf(config)
  return Object.fromEntries([
    [adcode, city],
    ...[...formerDistricts, ...districts].map((one) => [one.adcode, one.name]),
  ])
}

export const name: RecordColumn = { id: 'name', title: { zh: '工会', en: 'Union' }, kind: 'text' }
export const above: RecordColumn = {
  id: 'above',
  title: { zh: '上一级工会', en: 'Level above' },
  kind: 'text',
}
export const district: RecordColumn = {
  id: 'adcode',
  title: { zh: '县区', en: 'District' },
  kind: 'text',
  words: districtWords,
}
export const form: RecordColumn = {
  id: 'form',
  title: { zh: '形式', en: 'Form' },
  kind: 'text',
  words: () => formWords,
}
export const trade: RecordColumn = {
  id: 'trade',
  title: { zh: '行业', en: 'Trade' },
  kind: 'text',
  words: () => tradeWords,
}
export const foundedOn: RecordColumn = {
  id: 'founded_on',
  title: { zh: '成立日期', en: 'Founded on' },
  kind: 'day',
}
