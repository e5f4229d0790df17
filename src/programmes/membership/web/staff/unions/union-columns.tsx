import { useMemo } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat, type Formatters } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import type { membership } from '../../../contract.ts'
import { formWords, stageWords, tradeWords } from '../../union-words.ts'
import { messages } from './messages.ts'

export type UnionRow = OutputOf<typeof membership.listUnions>['rows'][number]

export function useUnionColumns(): DataColumn<UnionRow>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(() => columnsOf(t, format), [t, format])
}

/** Ids of sortable columns are what the contract sorts by. */
const columnsOf = (t: Translate, format: Formatters): DataColumn<UnionRow>[] => [
  {
    id: 'name',
    header: t(messages.name),
    value: (row) => row.name,
    cell: (row) => (
      <span className="ui-row">
        <Link href={`/staff/unions/${row.id}`}>{row.name}</Link>
        {row.state === 'dissolved' && <Tag>{t(messages.dissolved)}</Tag>}
      </span>
    ),
    isRowHeader: true,
    isFixed: true,
    isSortable: true,
  },
  { id: 'above', header: t(messages.above), value: (row) => row.parentName, width: 190 },
  { id: 'form', header: t(messages.form), value: (row) => t(formWords[row.form]), width: 180 },
  {
    id: 'trade',
    header: t(messages.trade),
    value: (row) =>
      row.trade === null ? (row.newForm ? t(messages.newForm) : '') : t(tradeWords[row.trade]),
    width: 110,
  },
  {
    id: 'members',
    header: t(messages.members),
    value: (row) => row.members,
    isNumber: true,
    isSortable: true,
    width: 80,
  },
  {
    id: 'chair',
    header: t(messages.chair),
    value: (row) => row.chairName ?? (row.termUntil === null ? '' : t(messages.noChair)),
    width: 90,
  },
  {
    id: 'term',
    header: t(messages.term),
    value: (row) => row.termUntil,
    cell: (row) => row.termUntil && format.date(row.termUntil, 'numeric'),
    isSortable: true,
    width: 120,
  },
  {
    id: 'stage',
    header: t(messages.stage),
    value: (row) => t(stageWords[row.stage].text),
    cell: (row) => (
      <StatusBadge status={stageWords[row.stage].status}>{t(stageWords[row.stage].text)}</StatusBadge>
    ),
    width: 140,
  },
]
