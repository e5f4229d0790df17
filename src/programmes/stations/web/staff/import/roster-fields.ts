import type { Text } from '#ui/i18n/text.ts'

/** Stands where a district should: a line of example that somebody forgets in the file is refused, not written. */
const EXAMPLE_MARK = '示例行，导入前请删除；这里写县区名称，如 新华区'

/** The columns of a roster by the names the platform gives them, in the order of the template. */
export const rosterFields: Readonly<Record<string, { readonly text: Text; readonly example: string }>> = {
  code: { text: { zh: '站点编码', en: 'Code' }, example: '' },
  name: { text: { zh: '站点名称', en: 'Name' }, example: '建设路爱心驿站' },
  district: { text: { zh: '所属县区', en: 'District' }, example: EXAMPLE_MARK },
  address: { text: { zh: '详细地址', en: 'Address' }, example: '建设路中段 88 号' },
  coordinates: { text: { zh: '坐标', en: 'Coordinates' }, example: '113.301200,33.741200' },
  datum: { text: { zh: '坐标系', en: 'Datum' }, example: 'GCJ-02' },
  hours: {
    text: { zh: '开放时间', en: 'Opening hours' },
    example: '周一至周五 8:30-12:00，14:30-18:00；周末休息',
  },
  facilities: { text: { zh: '服务设施', en: 'Facilities' }, example: '饮水机、微波炉、桌椅、空调' },
  hostUnit: { text: { zh: '承办单位', en: 'Host unit' }, example: '建设路街道办事处' },
  keeperName: { text: { zh: '站长', en: 'Keeper' }, example: '' },
  keeperPhone: { text: { zh: '联系电话', en: 'Phone' }, example: '' },
  level: { text: { zh: '级别', en: 'Level' }, example: '市级' },
  openedOn: { text: { zh: '启用日期', en: 'Opened on' }, example: '2020-05-01' },
}

const inTwoColumns: Readonly<Record<string, Text>> = {
  longitude: { zh: '经度', en: 'Longitude' },
  latitude: { zh: '纬度', en: 'Latitude' },
}

export const rosterFieldText = (field: string): Text =>
  rosterFields[field]?.text ?? inTwoColumns[field] ?? { zh: field, en: field }

/** An empty roster with one line of example; the mark in front lets Excel read it as UTF-8. */
export function templateCsv(): string {
  const fields = Object.values(rosterFields)
  const line = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  return `\uFEFF${line(fields.map(({ text }) => text.zh))}\r\n${line(fields.map(({ example }) => example))}\r\n`
}
