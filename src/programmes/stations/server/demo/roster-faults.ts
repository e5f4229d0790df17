import type { DemoStation } from './demo-station.ts'

/** Headings as an office writes them. */
export const columns = [
  '序号',
  '站点名称',
  '所属县（市、区）',
  '详细地址',
  '经纬度',
  '坐标系',
  '开放时间',
  '服务设施',
  '建设单位',
  '站长',
  '联系电话',
  '建站时间',
] as const

type Column = (typeof columns)[number]

const districtNames: Readonly<Record<string, string>> = {
  '410402': '新华区',
  '410403': '卫东区',
  '410404': '石龙区',
  '410411': '湛河区',
  '410421': '宝丰县',
  '410422': '叶县',
  '410423': '鲁山县',
  '410425': '郏县',
  '410471': '高新区',
  '410472': '示范区',
  '410481': '舞钢市',
  '410482': '汝州市',
}

export function cellsOf(station: DemoStation, number: number, facilityWords: string): string[] {
  const cells: Record<Column, string> = {
    序号: String(number),
    站点名称: station.name,
    '所属县（市、区）': districtNames[station.districtAdcode] ?? station.districtAdcode,
    详细地址: station.address,
    经纬度: `${station.lng},${station.lat}`,
    坐标系: 'GCJ-02',
    开放时间: station.hoursText,
    服务设施: facilityWords,
    建设单位: station.host.name,
    站长: station.keeper.name,
    联系电话: station.keeper.phone,
    建站时间: station.foundedOn,
  }
  return columns.map((column) => cells[column])
}

type Spoil = (line: {
  readonly cells: readonly string[]
  /** A good line above. */
  readonly earlier: readonly string[]
  /** A station that is there already. */
  readonly known: DemoStation | undefined
}) => string[]

/** What people really send. Each turns a good line into one with a single fault. */
export const rosterFaults = {
  'swapped-coordinates': ({ cells }) =>
    change(cells, '经纬度', (text) => text.split(',').toReversed().join(',')),
  'closing-before-opening': ({ cells }) => change(cells, '开放时间', () => '18:00-8:00'),
  // In 漯河, the next city to the east.
  'outside-the-city': ({ cells }) => change(cells, '经纬度', () => '114.016500,33.581400'),
  // In 鲁山 within three kilometres of the envelope's edge: a person is asked.
  'near-the-edge': ({ cells }) => moveTo(cells, '112.220000,33.780000', '鲁山县', '平顶山市鲁山县尧山路1号'),
  'near-duplicate': ({ cells, known }) => (known === undefined ? [...cells] : beside(cells, known)),
  'full-width-digits': ({ cells }) => change(change(cells, '经纬度', fullWidth), '联系电话', fullWidth),
  'unknown-district': ({ cells }) => change(cells, '所属县（市、区）', () => '平东区'),
  'former-district': ({ cells }) => change(cells, '所属县（市、区）', () => '襄城县'),
  'masked-phone': ({ cells }) =>
    change(cells, '联系电话', (text) => `${text.slice(0, 3)}****${text.slice(7)}`),
  'spreadsheet-phone': ({ cells }) => change(cells, '联系电话', () => '1.99E+10'),
  'wgs-84': ({ cells }) => change(cells, '坐标系', () => 'WGS-84'),
  'unreadable-hours': ({ cells }) => change(cells, '开放时间', () => '看情况'),
  'no-name': ({ cells }) => change(cells, '站点名称', () => ''),
  'repeated-line': ({ cells, earlier }) => [cells[0] ?? '', ...earlier.slice(1)],
} as const satisfies Record<string, Spoil>

export type RosterFault = keyof typeof rosterFaults

function change(cells: readonly string[], column: Column, edit: (text: string) => string): string[] {
  const at = columns.indexOf(column)
  return cells.map((text, index) => (index === at ? edit(text) : text))
}

function moveTo(cells: readonly string[], place: string, district: string, address: string): string[] {
  const located = change(cells, '经纬度', () => place)
  return change(
    change(located, '所属县（市、区）', () => district),
    '详细地址',
    () => address,
  )
}

/** Some thirty metres from a known station: the same one, or a new one next door. */
function beside(cells: readonly string[], { lng, lat, districtAdcode, address }: DemoStation): string[] {
  return moveTo(cells, `${(lng + 0.0003).toFixed(6)},${lat}`, districtNames[districtAdcode] ?? '', address)
}

/** ASCII digits and points as Chinese input methods write them when left in full-width mode. */
function fullWidth(text: string): string {
  return text.replace(/[\d.,]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
}
