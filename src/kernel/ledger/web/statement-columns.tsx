import type { OutputOf } from '#platform/contract.ts'
import type { Translate } from '#ui/i18n/language.tsx'
import type { Formatters } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import type { ledger } from '../contract.ts'
import { kindWords } from '../words.ts'
import { messages } from './messages.ts'
import { Cause } from './cause.tsx'

type Line = OutputOf<typeof ledger.getStatement>['rows'][number]

export function lineColumns(
  t: Translate,
  format: Formatters,
  amount: (value: number) => string,
): DataColumn<Line>[] {
  const sum = (id: 'debit' | 'credit'): DataColumn<Line> => ({
    id,
    header: t(messages[id]),
    value: (line) => line[id] || null,
    cell: (line) => (line[id] === 0 ? null : amount(line[id])),
    isNumber: true,
    width: 130,
  })
  return [
    {
      id: 'day',
      header: t(messages.day),
      value: (line) => line.effectiveOn,
      cell: (line) => format.date(line.effectiveOn, 'numeric'),
      isRowHeader: true,
      isFixed: true,
      width: 130,
    },
    { id: 'kind', header: t(messages.kind), value: (line) => t(kindWords[line.kind]), width: 110 },
    {
      id: 'other',
      header: t(messages.other),
      value: (line) => t(line.otherName),
      cell: (line) => <Link href={`/staff/ledger/${line.otherAccountId}`}>{t(line.otherName)}</Link>,
    },
    {
      id: 'subject',
      header: t(messages.subject),
      value: (line) => line.subject,
      cell: (line) => <Cause {...line} />,
    },
    { id: 'memo', header: t(messages.memo), value: (line) => line.memo },
    sum('debit'),
    sum('credit'),
    {
      id: 'balance',
      header: t(messages.balanceAfter),
      value: (line) => line.balance,
      cell: (line) => amount(line.balance),
      isNumber: true,
      width: 140,
    },
    { id: 'madeBy', header: t(messages.madeBy), value: (line) => line.madeBy, width: 110 },
  ]
}
