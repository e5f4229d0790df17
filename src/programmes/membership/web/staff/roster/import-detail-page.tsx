import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { membership } from '#programmes/membership/contract.ts'
import type { RowVerdictWord } from '#programmes/membership/shapes-roster-import.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { Skeleton } from '#ui/states/loading-state.tsx'
import { ColumnsRead } from './columns-read.tsx'
import { FaultList } from './fault-list.tsx'
import { ImportOutcome } from './import-outcome.tsx'
import { ImportProgress } from './import-progress.tsx'
import { ImportSteps } from './import-steps.tsx'
import { isUnderWay, leftOutOf } from './import-words.ts'
import { LeftOutRows } from './left-out-rows.tsx'
import { LostServer } from './lost-server.tsx'
import { messages } from './messages.ts'
import { ImportBadge } from './past-imports.tsx'
import './roster.css'
import { RosterRows } from './roster-rows.tsx'
import { UndoImport } from './undo-import.tsx'
import { UndoOutcome } from './undo-outcome.tsx'
import { VerdictTiles } from './verdict-tiles.tsx'
import { WriteImport } from './write-import.tsx'

export type ShownImport = OutputOf<typeof membership.getRosterImport>

/** Which rows are looked at: all, those of one verdict, or those with one problem. */
export type RowsWish = { readonly verdict?: RowVerdictWord; readonly code?: string }

export default function ImportDetailPage() {
  const { importId = '' } = useParams({ strict: false }) as { importId?: string }
  const [isMoving, setMoving] = useState(true)
  const answer = useAnswer(
    membership.getRosterImport,
    { importId },
    { keepLast: true, ...(isMoving && { everySeconds: 1 }) },
  )
  const moves = answer.data === undefined || isMovingNow(answer.data)
  if (moves !== isMoving) setMoving(moves)
  return (
    <Answered to={answer} skeleton={<Skeleton lines={10} />}>
      {(shown) => (
        <>
          <LostServer isLost={answer.failureCount > 0} isMoving={moves} />
          <Detail shown={shown} />
        </>
      )}
    </Answered>
  )
}

/** The machine is at it, or somebody else's word is awaited. */
const isMovingNow = ({ state, isPaused, undo }: ShownImport): boolean =>
  (isUnderWay(state) && !isPaused) || undo?.state === 'undoing' || undo?.state === 'asked'

const stepOf: Readonly<Record<ShownImport['state'], number>> = {
  checking: 1,
  comparing: 1,
  preview: 2,
  writing: 3,
  done: 4,
  stopped: 4,
  cancelled: 4,
  failed: 1,
}

function Detail({ shown }: { readonly shown: ShownImport }) {
  const t = useText()
  const format = useFormat()
  const [wish, setWish] = useState<RowsWish>({})
  const hasRows = shown.state !== 'checking' && shown.state !== 'comparing' && !shown.isPurged
  return (
    <>
      <PageHeader
        title={shown.fileName}
        breadcrumbs={[{ label: t(messages.title), href: '/staff/roster' }]}
        summary={
          <span className="ui-row">
            <ImportBadge one={shown} />
            {shown.organisationName} · {shown.madeBy} · {format.dateTime(shown.endedAt ?? shown.createdAt)}
          </span>
        }
        actions={
          <>
            {hasRows && leftOutOf(shown.tally) > 0 && <LeftOutRows shown={shown} />}
            {shown.state === 'preview' && <WriteImport shown={shown} />}
          </>
        }
      />
      <ImportSteps current={stepOf[shown.state]} />
      <ImportProgress shown={shown} />
      <UndoOutcome shown={shown} />
      {shown.undo?.state !== 'done' && <ImportOutcome shown={shown} />}
      <UndoImport shown={shown} />
      {shown.rowsChecked > 0 && <VerdictTiles shown={shown} wish={wish} onChange={setWish} />}
      {shown.columns.length > 0 && <ColumnsRead shown={shown} />}
      {shown.rowsChecked > 0 && <FaultList faults={shown.faults} wish={wish} onChange={setWish} />}
      {hasRows && <RosterRows shown={shown} wish={wish} onChange={setWish} />}
      {!isUnderWay(shown.state) && shown.state !== 'preview' && (
        <span className="ui-row">
          <LinkButton href="/staff/roster">{t(messages.another)}</LinkButton>
        </span>
      )}
    </>
  )
}
