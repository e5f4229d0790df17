import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ImportSummary } from '../types.ts'
import { importMessages } from './messages.ts'
import { useBulk } from './use-bulk.ts'

/** Many rows at once, with how far it is and a way to stop. */
export function BulkActions({ summary }: { summary: ImportSummary }) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const { progress, run, stop } = useBulk(summary.importId)
  const waiting = summary.refused + summary.confirm
  if (progress !== null) {
    const { kind, done, total } = progress
    return (
      <div className="stations-making" role="status">
        <ProgressBar
          label={t(kind === 'fixes' ? importMessages.bulkFixes : importMessages.bulkConfirms)}
          percent={(100 * done) / Math.max(1, total)}
          valueText={t(importMessages.ofTotal, { done, total })}
        />
        <Button onPress={stop}>{t(importMessages.stop)}</Button>
      </div>
    )
  }
  if (waiting === 0) return null
  return (
    <div className="ui-row">
      <Button icon="check" onPress={() => void run('fixes')}>
        {t(importMessages.takeAllFixes)}
      </Button>
      {summary.confirm > 0 && (
        <Button onPress={() => setAsking(true)}>
          {t(importMessages.confirmAll, { count: summary.confirm })}
        </Button>
      )}
      <ConfirmDialog
        title={t(importMessages.confirmAll, { count: summary.confirm })}
        confirmLabel={t(importMessages.doConfirm)}
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={() => {
          setAsking(false)
          void run('confirms')
        }}
      >
        {t(importMessages.confirmAllWhat, { count: summary.confirm })}
      </ConfirmDialog>
    </div>
  )
}
