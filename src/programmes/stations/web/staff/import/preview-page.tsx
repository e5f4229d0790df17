import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { Skeleton } from '#ui/states/loading-state.tsx'
import { messages } from '../messages.ts'
import '../staff.css'
import type { CommitResult, ImportSummary } from '../types.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { BulkActions } from './bulk-actions.tsx'
import { ColumnsRead } from './columns-read.tsx'
import { CommitImport } from './commit-import.tsx'
import { CommitOutcome } from './commit-outcome.tsx'
import { importMessages } from './messages.ts'
import { ImportSteps } from './import-steps.tsx'
import { ImportRows } from './import-rows.tsx'
import { importStates } from './past-imports.tsx'
import { RowTiles } from './row-tiles.tsx'
import { readRowsSearch, writeRowsSearch } from './rows-search.ts'
import { LeftOutRows } from './left-out-rows.tsx'

/** A roster that was read: every row with its verdict, to be put right, agreed to or skipped, then written at once. */
export default function PreviewPage() {
  const { importId = '' } = useParams({ strict: false }) as { importId?: string }
  const answer = useAnswer(stations.getImport, { importId }, { keepLast: true })
  return (
    <Answered to={answer} skeleton={<Skeleton lines={10} />}>
      {(summary) => <Preview summary={summary} />}
    </Answered>
  )
}

function Preview({ summary }: { summary: ImportSummary }) {
  const t = useText()
  const format = useFormat()
  const [text, setText] = useSearchText()
  const [result, setResult] = useState<CommitResult | null>(null)
  const search = readRowsSearch(text)
  const isOpen = summary.state === 'preview'
  const state = importStates[summary.state]
  return (
    <>
      <PageHeader
        title={summary.fileName}
        breadcrumbs={[
          { label: t(messages.stations), href: '/staff/stations' },
          { label: t(importMessages.title), href: '/staff/stations/import' },
        ]}
        summary={
          <span className="ui-row">
            <StatusBadge status={state.status}>{t(state.text)}</StatusBadge>
            {format.dateTime(summary.committedAt ?? summary.createdAt)}
          </span>
        }
        actions={
          <>
            <LeftOutRows summary={summary} />
            {isOpen && <CommitImport summary={summary} onDone={setResult} />}
          </>
        }
      />
      <ImportSteps current={isOpen ? 1 : 3} />
      {summary.state === 'committed' && <CommitOutcome summary={summary} result={result} />}
      {summary.state === 'abandoned' && (
        <p>
          {t(importMessages.abandoned)}{' '}
          <LinkButton href="/staff/stations/import">{t(importMessages.another)}</LinkButton>
        </p>
      )}
      <RowTiles summary={summary} search={search} onChange={(next) => setText(writeRowsSearch(next))} />
      <ColumnsRead columns={summary.columns} />
      {isOpen && <BulkActions summary={summary} />}
      <ImportRows summary={summary} search={search} onChange={(next) => setText(writeRowsSearch(next))} />
    </>
  )
}
