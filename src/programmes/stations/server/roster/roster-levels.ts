import { normaliseHeading } from '#platform/tabular/clean-text.ts'
import type { Text } from '#platform/text.ts'

import type { StationLevel } from './roster-verdict.ts'

export const stationLevels: readonly {
  readonly level: StationLevel
  readonly text: Text
  readonly aliases: string
}[] = [
  {
    level: 'national-best',
    text: { zh: '全国最美', en: 'National best' },
    aliases:
      '全国最美站点 全国最美工会户外劳动者服务站点 全国最美工会户外劳动者服务站 最美工会户外劳动者服务站点 最美工会户外劳动者服务站 全国最美户外劳动者服务站点 最美站点 最美户外劳动者服务站点 全国最美驿站 最美 国家级 全国级 全国',
  },
  {
    level: 'provincial',
    text: { zh: '省级', en: 'Provincial' },
    aliases: '省级示范 省级示范站点 省级最美 省 河南省级',
  },
  { level: 'municipal', text: { zh: '市级', en: 'Municipal' }, aliases: '市级示范 市级示范站点 市级最美 市' },
  { level: 'county', text: { zh: '县级', en: 'County' }, aliases: '县区级 县（区）级 区级 县' },
  { level: 'ordinary', text: { zh: '普通', en: 'Ordinary' }, aliases: '一般 无 普通站点 标准 - —' },
]

const words = new Map(
  stationLevels.flatMap(({ level, text, aliases }) =>
    [text.zh, text.en, level, ...aliases.split(' ')].map((word) => [normaliseHeading(word), level] as const),
  ),
)

/** An empty cell, or a dash in it, is an ordinary station. */
export function readLevel(written: string): StationLevel | undefined {
  return words.get(normaliseHeading(written)) ?? (normaliseHeading(written) === '' ? 'ordinary' : undefined)
}
