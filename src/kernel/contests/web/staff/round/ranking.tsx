import { useMemo } from 'react'
import { Tag } from '#ui/data/tag.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import type { RoundResult } from '../../types.ts'
import { staffMessages } from '../messages.ts'
import { roundMessages as messages } from './messages.ts'

type Row = RoundResult['rows'][number]
type RankingProps = { readonly rows: readonly Row[]; readonly names: Readonly<Record<string, string>> }

/** Every entry of the round by its rank; equal ranks are ties that no rule broke. */
export function Ranking({ rows, names }: RankingProps) {
  const t = useText()
  const columns = useMemo(
    (): DataColumn<Row>[] => [
      { id: 'rank', header: t(messages.rank), value: (row) => row.rank, isNumber: true, width: 80 },
      {
        id: 'title',
        header: t(staffMessages.entryTitle),
        value: (row) => row.title,
        isRowHeader: true,
        isFixed: true,
        width: 320,
      },
      { id: 'no', header: t(staffMessages.no), value: (row) => row.no, isNumber: true, width: 80 },
      { id: 'unit', header: t(staffMessages.unit), value: (row) => row.unitName },
      {
        id: 'mean',
        header: t(messages.mean),
        value: (row) => row.mean.shown,
        cell: ({ mean }) => <data title={t(messages.exact, mean)}>{mean.shown}</data>,
        isNumber: true,
        width: 100,
      },
      {
        id: 'given',
        header: t(messages.given),
        value: (row) => givenOf(row, names, t(staffMessages.disqualified)),
        cell: (row) => {
          const given = givenOf(row, names, t(staffMessages.disqualified))
          return given === '' ? null : <Tag>{given}</Tag>
        },
        width: 150,
      },
    ],
    [t, names],
  )
  return (
    <DataTable
      label={t(messages.ranking)}
      columns={columns}
      rows={[...rows]}
      rowId={(row) => row.entryId}
      empty={null}
    />
  )
}

const givenOf = ({ given, isDisqualified }: Row, names: Readonly<Record<string, string>>, out: string) =>
  isDisqualified ? out : given === null ? '' : (names[given] ?? given)
