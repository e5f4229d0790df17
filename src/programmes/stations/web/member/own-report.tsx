import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { stations } from '../../contract.ts'
import { visitorKey } from './device/visitor-key.ts'
import { stationMessages } from './station-messages.ts'
import { ReopenDialog } from './reopen-dialog.tsx'
import { ReportStory } from './report-story.tsx'
import type { Report } from './types.ts'

/** A report by its reporter: what happened, and whether it is still there. */
export function OwnReport({ report }: { report: Report }) {
  const t = useText()
  const toast = useToast()
  const [isReopening, setReopening] = useState(false)
  const settle = useCommand(stations.settleReport)
  const reopen = useCommand(stations.reopenReport)
  const isOver = report.state === 'settled'
  const said = {
    onSuccess: () => {
      setReopening(false)
      toast({ text: t(stationMessages.done) })
    },
  }
  const error = settle.error ?? reopen.error
  return (
    <ReportStory report={report}>
      {error && (
        <p className="stations-notice" role="alert" data-status="bad">
          {t(stationMessages.actionFailed, { reason: t(error.text) })}
        </p>
      )}
      <div className="stations-actions">
        {(report.state === 'answered' || isOver) && (
          <Button icon="undo" onPress={() => setReopening(true)}>
            {t(stationMessages.stillThere)}
          </Button>
        )}
        {!isOver && (
          <Button
            icon="check"
            isDisabled={settle.isPending}
            onPress={() => settle.mutate({ id: report.id, visitorKey: visitorKey() }, said)}
          >
            {t(stationMessages.settled)}
          </Button>
        )}
      </div>
      {isReopening && (
        <ReopenDialog
          isPending={reopen.isPending}
          onClose={() => setReopening(false)}
          onSend={(words) => reopen.mutate({ id: report.id, words, visitorKey: visitorKey() }, said)}
        />
      )}
    </ReportStory>
  )
}
