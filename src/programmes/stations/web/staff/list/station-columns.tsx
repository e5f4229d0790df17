import { useMemo } from 'react'
import { useCity } from '#kernel/city/client.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { useFormat, type Formatters } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { messages } from '../messages.ts'
import type { StaffStation } from '../types.ts'
import { facilityText, levelWords, stateWords } from '../words.ts'
import { listMessages } from './messages.ts'

type Column = DataColumn<StaffStation>
type Words = { t: Translate; format: Formatters; districtName: (adcode: string) => string }

export function useStationColumns(): Column[] {
  const t = useText()
  const format = useFormat()
  const districts = useCity().data?.districts
  return useMemo(() => {
    const names = new Map<string, Text>(districts?.map(({ adcode, name }) => [adcode, name]))
    const districtName = (adcode: string) => {
      const name = names.get(adcode)
      return name === undefined ? adcode : t(name)
    }
    return columnsOf({ t, format, districtName })
  }, [t, format, districts])
}

const columnsOf = (words: Words): Column[] => [...identity(words), ...standing(words), ...details(words)]

const identity = ({ t, districtName }: Words): Column[] => [
  {
    id: 'name',
    header: t(listMessages.name),
    value: (row) => row.name,
    cell: (row) => <Link href={`/staff/stations/${row.code}`}>{row.name}</Link>,
    isRowHeader: true,
    isFixed: true,
    isSortable: true,
    width: 250,
  },
  {
    id: 'code',
    header: t(listMessages.code),
    value: (row) => row.code,
    cell: (row) => <span className="stations-code">{row.code}</span>,
    isSortable: true,
    width: 150,
  },
  {
    id: 'adcode',
    header: t(messages.district),
    value: (row) => districtName(row.adcode),
    isSortable: true,
    width: 100,
  },
]

const standing = ({ t }: Words): Column[] => [
  {
    id: 'state',
    header: t(messages.state),
    value: (row) => t(stateWords[row.state].text),
    cell: ({ state }) => (
      <StatusBadge status={stateWords[state].status}>{t(stateWords[state].text)}</StatusBadge>
    ),
    width: 110,
  },
  {
    id: 'level',
    header: t(messages.level),
    value: (row) => t(levelWords[row.level]),
    cell: ({ level }) => (level === 'ordinary' ? t(levelWords[level]) : <Tag>{t(levelWords[level])}</Tag>),
    width: 100,
  },
  {
    id: 'openReports',
    header: t(listMessages.openReports),
    value: (row) => row.openReports,
    cell: ({ openReports }) =>
      openReports > 0 ? <StatusBadge status="warn">{openReports}</StatusBadge> : openReports,
    isNumber: true,
    isSortable: true,
    width: 100,
  },
  {
    id: 'checkIns30Days',
    header: t(listMessages.checkIns),
    value: (row) => row.checkIns30Days,
    isNumber: true,
    isSortable: true,
    width: 110,
  },
]

const SHOWN_FACILITIES = 3

const details = ({ t, format }: Words): Column[] => [
  { id: 'address', header: t(listMessages.address), value: (row) => row.address, width: 220 },
  {
    id: 'facilities',
    header: t(listMessages.facilities),
    value: (row) => row.facilities.map((id) => t(facilityText(id))).join('、'),
    cell: ({ facilities }) => {
      const shown = facilities
        .slice(0, SHOWN_FACILITIES)
        .map((id) => t(facilityText(id)))
        .join('、')
      const more = facilities.length > SHOWN_FACILITIES
      return more ? `${shown} ${t(listMessages.facilitiesMore, { count: facilities.length })}` : shown
    },
  },
  { id: 'hostUnit', header: t(listMessages.hostUnit), value: (row) => row.hostUnit, width: 180 },
  {
    id: 'keeper',
    header: t(listMessages.keeper),
    value: (row) => row.keeperName ?? t(listMessages.noKeeper),
    width: 90,
  },
  { id: 'openedOn', header: t(listMessages.openedOn), value: (row) => row.openedOn, width: 120 },
  {
    id: 'updatedAt',
    header: t(listMessages.updatedAt),
    value: (row) => row.updatedAt,
    cell: (row) => format.date(row.updatedAt, 'numeric'),
    isSortable: true,
    width: 120,
  },
]
