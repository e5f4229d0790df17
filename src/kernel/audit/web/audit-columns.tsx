import type { OutputOf } from '#platform/contract.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import type { Translate } from '#ui/i18n/language.tsx'
import type { Formatters } from '#ui/i18n/use-format.ts'
import type { DataColumn } from '#ui/table/table-types.ts'
import type { audit } from '../contract.ts'
import { messages } from './messages.ts'

export type Line = OutputOf<typeof audit.listLines>['rows'][number]

export function columnsOf(t: Translate, format: Formatters): DataColumn<Line>[] {
  return [
    {
      id: 'at',
      header: t(messages.at),
      value: (line) => line.at,
      cell: (line) => format.dateTime(line.at),
      width: 160,
    },
    {
      id: 'operation',
      header: t(messages.operation),
      value: (line) => `${t(line.title)} ${line.operation}`,
      cell: (line) => <span title={line.operation}>{t(line.title)}</span>,
      isRowHeader: true,
      isFixed: true,
    },
    { id: 'who', header: t(messages.who), value: (line) => line.actorName || t(messages.nobody), width: 140 },
    { id: 'where', header: t(messages.where), value: (line) => line.organisationName, width: 180 },
    {
      id: 'subject',
      header: t(messages.subject),
      // What it is stands in the operation's words; the ids mean nothing to a reader and go with the copied row.
      value: (line) => line.subjects.join(' '),
      cell: ({ subjectCount }) => (subjectCount === 0 ? '—' : t(messages.subjects, { count: subjectCount })),
      width: 90,
    },
    { id: 'why', header: t(messages.why), value: (line) => line.reason },
    {
      id: 'outcome',
      header: t(messages.outcome),
      value: (line) => line.outcome,
      cell: (line) =>
        line.outcome === 'done' ? (
          <StatusBadge status="good">{t(messages.done)}</StatusBadge>
        ) : (
          <StatusBadge status="bad">{t(messages.refused)}</StatusBadge>
        ),
      width: 110,
    },
    {
      id: 'seal',
      header: t(messages.seal),
      value: (line) => line.sealNo,
      cell: (line) => line.sealNo ?? t(messages.waiting),
      isNumber: true,
      width: 90,
    },
  ]
}
