import type { Keys } from '#platform/keys.ts'
import type { OutputValue } from '#platform/tabular/output.ts'
import { facilities } from '../../rules/facilities.ts'
import { formatOpeningHours } from '../../rules/format-opening-hours.ts'
import { maskedPhone, openPhone } from '../keeping/appoint-keeper.ts'
import { stationLevels } from '../roster/roster-levels.ts'
import type { ExportedRow } from './list-exported.ts'

const facilityWords = new Map<string, string>(facilities.map(({ id, text }) => [id, text.zh]))
const levelWords = new Map<string, string>(stationLevels.map(({ level, text }) => [level, text.zh]))
const stateWords = { operating: '开放', suspended: '暂停', closed: '关闭' } as const

export type Shown = {
  readonly withPhones: boolean
  readonly keys: Keys
  /** Names by region code. */
  readonly districts: ReadonlyMap<string, string>
}

type Column = {
  readonly heading: string
  readonly value: (row: ExportedRow, shown: Shown) => OutputValue
}

/** The import's own headings, so that an export that was put right can be taken in again. */
const columns: readonly Column[] = [
  { heading: '站点编码', value: (row) => row.code },
  { heading: '站点名称', value: (row) => row.name },
  { heading: '所属县区', value: (row, { districts }) => districts.get(row.adcode) ?? row.adcode },
  { heading: '详细地址', value: (row) => row.address },
  { heading: '坐标', value: (row) => `${row.longitude},${row.latitude}` },
  { heading: '坐标系', value: () => 'GCJ-02' },
  { heading: '开放时间', value: hoursText },
  {
    heading: '服务设施',
    value: (row) =>
      [...row.facilities.map((id) => facilityWords.get(id) ?? id), ...row.other_facilities].join('、'),
  },
  { heading: '承办单位', value: (row) => row.host_unit },
  { heading: '站长', value: (row) => row.keeperName },
  { heading: '联系电话', value: phoneText },
  { heading: '级别', value: (row) => levelWords.get(row.level) },
  { heading: '启用日期', value: (row) => row.opened_on },
  { heading: '状态', value: (row) => stateWords[row.state] },
]

/** Not a heading that the import knows: a masked number must not come back as a phone. */
const masked: Column = {
  heading: '站长手机（已隐去中间四位）',
  value: (row, { keys }) => (row.phoneSealed === null ? '' : maskedPhone(openPhone(keys, row.phoneSealed))),
}

const columnsFor = (withPhones: boolean) => (withPhones ? columns : [...columns, masked])

export const exportHeadings = (withPhones: boolean): string[] =>
  columnsFor(withPhones).map(({ heading }) => heading)

export const exportLine = (row: ExportedRow, shown: Shown): OutputValue[] =>
  columnsFor(shown.withPhones).map(({ value }) => value(row, shown))

/** A station that is open at no time has no words that read back. */
function hoursText({ hours, hours_text: written }: ExportedRow): string {
  if (hours.seasons.every(({ weekly }) => weekly.length === 0)) return ''
  return written === '' ? formatOpeningHours(hours).zh : written
}

/** The station's own phone; the keeper's where whole numbers were asked for and may be seen. */
function phoneText(row: ExportedRow, { withPhones, keys }: Shown): string {
  const showsKeeper = withPhones && row.maySeePhone && row.phoneSealed !== null
  return showsKeeper ? openPhone(keys, row.phoneSealed!) : row.phone
}
