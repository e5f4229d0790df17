import { sql, type RawBuilder } from 'kysely'
import {
  breakdownBy,
  countOf,
  type AsOf,
  type Figure,
  type RecordColumn,
  type RecordList,
} from '#kernel/figures/index.ts'
import { certificateStateWords } from '../../rules/certificate/words.ts'
import { stationsAsOf } from './as-of.ts'
import { code, district, level, name } from './columns.ts'
import { ofPlaces } from './common.ts'

const certificate: RecordColumn = {
  id: 'certificate',
  title: { zh: '证书', en: 'Certificate' },
  kind: 'text',
  words: () => certificateStateWords,
}
const since: RecordColumn = { id: 'since', title: { zh: '自', en: 'Since' }, kind: 'day' }

const columns = [code, name, district, level, certificate, since]

/** Each station's certificate as its latest dated row has it, by what was recorded then and holds on that day. */
const certificatesAsOf = ({ asOf, recordedUpTo }: AsOf): RawBuilder<unknown> => sql`(
  select distinct on (station_id) station_id, state as certificate, valid_from as since
  from stations.certificate_state
  where valid_from <= ${asOf}::date and recorded_at <= ${recordedUpTo}
  order by station_id, no desc)`

const certified = (states: readonly string[]): RecordList['select'] => {
  const wanted = sql`${sql.lit(`{${states.join(',')}}`)}::text[]`
  return (_ctx, at) => sql`
    select code as key, code, name, adcode, level, certificate, since
    from ${stationsAsOf(at)} as station join ${certificatesAsOf(at)} as held using (station_id)
    where station.state <> 'closed' and certificate = any(${wanted})`
}

const good = certified(['complete', 'lapsing'])
const all = certified(Object.keys(certificateStateWords))

export const certificateFigures: readonly Figure[] = [
  {
    ...ofPlaces,
    key: 'stations.certified',
    title: { zh: '符合标准的驿站', en: 'Stations that meet the standard' },
    definition: {
      zh: '截至当日在册、证书齐全的驿站，含即将到期的；证书按当日施行的标准由依据算出。',
      en: 'Stations on the register that day whose certificate was complete, those lapsing included; computed from evidence by the standard of that day.',
    },
    isNot: {
      zh: '不是评过的站数：依据过期、检查认定不符合或被暂停撤销的，从那一天起不再计入。',
      en: 'Not how many were ever certified: one whose evidence has run out, or that was found wanting, leaves the count that day.',
    },
    value: countOf(good),
    breakdowns: [breakdownBy(district, good), breakdownBy(level, good)],
    records: { columns, select: good },
  },
  {
    ...ofPlaces,
    key: 'stations.certificates',
    title: { zh: '驿站证书', en: 'Certificates of stations' },
    definition: {
      zh: '截至当日在册驿站的证书，按状态分：齐全、即将到期、不齐全、已暂停、已撤销。',
      en: 'The certificates of the stations on the register that day, by state: complete, lapsing, incomplete, suspended, withdrawn.',
    },
    isNot: {
      zh: '不是发证次数：每站只有一张证书，随依据变动。',
      en: 'Not a number of issues: each station has one certificate, which moves with its evidence.',
    },
    value: countOf(all),
    breakdowns: [breakdownBy(certificate, all), breakdownBy(district, all)],
    records: { columns, select: all },
  },
]
