import { useMemo } from 'react'
import { useCity } from '#kernel/city/client.ts'
import { certificateStateWords } from '#programmes/stations/rules/certificate/words.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { certificateStatus } from '../../member/certificate/certificate-words.ts'
import { messages } from '../messages.ts'
import type { CertificateRow } from '../types.ts'
import { certificateMessages } from './messages.ts'

export function useCertificateColumns(): DataColumn<CertificateRow>[] {
  const t = useText()
  const districts = useCity().data?.districts
  return useMemo(() => {
    const districtName = (adcode: string) => {
      const district = districts?.find((one) => one.adcode === adcode)
      return district === undefined ? adcode : t(district.name)
    }
    return [
      {
        id: 'name',
        header: t(certificateMessages.station),
        value: (row) => row.name,
        cell: (row) => <Link href={`/staff/stations/${row.code}#certificate`}>{row.name}</Link>,
        isRowHeader: true,
        isFixed: true,
        width: 250,
      },
      {
        id: 'state',
        header: t(certificateMessages.state),
        value: (row) => t(certificateStateWords[row.state]),
        cell: ({ state }) => (
          <StatusBadge status={certificateStatus[state]}>{t(certificateStateWords[state])}</StatusBadge>
        ),
        width: 120,
      },
      {
        id: 'failing',
        header: t(certificateMessages.failing),
        value: (row) => row.failing.map(({ title }) => t(title)).join('、'),
      },
      { id: 'lapsesOn', header: t(certificateMessages.lapsesOn), value: (row) => row.lapsesOn, width: 120 },
      { id: 'since', header: t(certificateMessages.since), value: (row) => row.since, width: 120 },
      {
        id: 'adcode',
        header: t(messages.district),
        value: (row) => districtName(row.adcode),
        width: 140,
      },
    ]
  }, [t, districts])
}
