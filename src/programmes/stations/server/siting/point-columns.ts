import type { ColumnSpec } from '#platform/tabular/find-header.ts'

export type PointField = 'name' | 'coordinates' | 'longitude' | 'latitude' | 'datum' | 'persons'

const column = (
  key: PointField,
  zh: string,
  en: string,
  aliases: string,
  required = false,
): ColumnSpec<PointField> => ({ key, text: { zh, en }, aliases: aliases.split(' '), required })

const common = [
  column('name', '名称', 'Name', '地点 地点名称 点位 点位名称 小区 路口 place', true),
  column('coordinates', '坐标', 'Coordinates', '经纬度 地理坐标 经纬度坐标'),
  column('longitude', '经度', 'Longitude', '东经 lng lon long x坐标'),
  column('latitude', '纬度', 'Latitude', '北纬 lat y坐标'),
  column('datum', '坐标系', 'Datum', '坐标系统 坐标类型 坐标基准'),
] as const

/** What a file of demand points holds: where, and how many outdoor workers are about there. */
export const demandColumns: readonly ColumnSpec<PointField>[] = [
  ...common,
  column('persons', '人数', 'Persons', '户外劳动者人数 劳动者人数 需求 估计人数 权重 weight', true),
]

export const siteColumns: readonly ColumnSpec<PointField>[] = common
