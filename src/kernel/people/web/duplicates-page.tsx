import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { people } from '../contract.ts'
import type { DuplicatePair } from '../shapes.ts'
import { mergeMessages as messages } from './merge-messages.ts'
import { PastMerges } from './past-merges.tsx'
import { rowText } from './row-text.ts'

const PAGE_SIZE = 20

/** Pairs that may be one person, the likeliest first; below, the merges so far, each of which can be taken back. */
export default function DuplicatesPage() {
  const t = useText()
  const [page, setPage] = useState(1)
  const answer = useAnswer(people.listDuplicates, { page, pageSize: PAGE_SIZE }, { keepLast: true })
  return (
    <div className="ui-stack">
      <PageHeader title={t(messages.title)} summary={t(messages.summary)} />
      <DataTable
        label={t(messages.title)}
        columns={usePairColumns()}
        {...rowsOf(answer)}
        rowId={({ first, second }) => `${first.id} ${second.id}`}
        empty={
          <EmptyState kind="done" title={t(messages.noneTitle)}>
            {t(messages.noneHint)}
          </EmptyState>
        }
        pagination={{ page, pageSize: PAGE_SIZE, total: answer.data?.total ?? 0, onPageChange: setPage }}
      />
      <PastMerges />
    </div>
  )
}

function usePairColumns(): DataColumn<DuplicatePair>[] {
  const t = useText()
  return useMemo(
    () => [
      { id: 'first', header: t(messages.first), value: ({ first }) => rowText(first), isRowHeader: true },
      { id: 'second', header: t(messages.second), value: ({ second }) => rowText(second) },
      {
        id: 'because',
        header: t(messages.because),
        value: ({ because }) =>
          t(because === 'same-phone-same-name' ? messages.samePhoneSameName : messages.samePhoneSimilarName),
        width: 250,
      },
      {
        id: 'compare',
        header: t(messages.compare),
        value: () => t(messages.compare),
        cell: ({ first, second }) => (
          <Link href={`/staff/people-compare/${first.bk}/${first.id}/${second.bk}/${second.id}`}>
            {t(messages.compare)}
          </Link>
        ),
        width: 110,
      },
    ],
    [t],
  )
}
