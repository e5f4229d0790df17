import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import type { CommitResult, ImportSummary } from '../types.ts'
import { importMessages } from './messages.ts'
import { useCommitPlan } from './use-commit-plan.ts'

type CommitImportProps = {
  readonly summary: ImportSummary
  readonly onDone: (result: CommitResult) => void
}

/** The one moment at which an import changes anything: what there is, what there will be, then all or nothing. */
export function CommitImport({ summary, onDone }: CommitImportProps) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const plan = useCommitPlan(summary, isAsking)
  const commit = useCommand(stations.commitImport, ['work', 'figures'])
  const left = summary.confirm + summary.refused + summary.skipped
  const label =
    summary.ready === 0 ? t(importMessages.nothingReady) : t(importMessages.commit, { count: summary.ready })
  // Awaited, because the page has no button any more by the time the answer is told. A refusal stands in `error`.
  const write = () => void commit.mutateAsync({ importId: summary.importId }).then(onDone, () => undefined)
  return (
    <>
      <Button variant="primary" isDisabled={summary.ready === 0} onPress={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        title={t(importMessages.commitTitle)}
        confirmLabel={label}
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={write}
        isPending={commit.isPending}
      >
        <div className="ui-stack">
          {plan.data ? (
            <p>{t(importMessages.commitPlan, plan.data)}</p>
          ) : (
            !plan.error && <ProgressBar label={t(importMessages.commitCounting)} />
          )}
          {left > 0 && <p>{t(importMessages.commitLeft, { count: left })}</p>}
          <p>{t(importMessages.commitAll)}</p>
          <RefusalNote failure={plan.error ?? commit.error} />
        </div>
      </ConfirmDialog>
    </>
  )
}
