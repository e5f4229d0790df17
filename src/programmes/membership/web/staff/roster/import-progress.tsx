import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { membership } from '#programmes/membership/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import type { ShownImport } from './import-detail-page.tsx'
import { isUnderWay, joiningOf } from './import-words.ts'
import { messages } from './messages.ts'
import { Refusal } from './refusal.tsx'

/** How far the machine is, and the ways to halt it; nothing where it is a person's turn. */
export function ImportProgress({ shown }: { readonly shown: ShownImport }) {
  const t = useText()
  const steer = useCommand(membership.steerRosterImport)
  const wish = (what: 'pause' | 'resume' | 'retry') => () => steer.mutate({ importId: shown.id, wish: what })
  const mayRetry = shown.state === 'failed' && shown.columns.length > 0
  if (!isUnderWay(shown.state) && shown.state !== 'preview' && !mayRetry) return null
  return (
    <>
      {isUnderWay(shown.state) && (
        <Card>
          <ProgressBar {...progressOf(shown, t)} />
          <p className="ui-hint">{t(messages.mayLeave)}</p>
          <Refusal failure={steer.error} />
          <span className="ui-row">
            {shown.isPaused ? (
              <Button onPress={wish('resume')} isPending={steer.isPending}>
                {t(messages.resume)}
              </Button>
            ) : (
              <Button onPress={wish('pause')} isPending={steer.isPending}>
                {t(messages.pause)}
              </Button>
            )}
            <GiveUp shown={shown} />
          </span>
        </Card>
      )}
      {shown.state === 'preview' && (
        <span className="ui-row">
          <GiveUp shown={shown} />
        </span>
      )}
      {mayRetry && (
        <span className="ui-row">
          <Button icon="refresh" onPress={wish('retry')} isPending={steer.isPending}>
            {t(messages.retry)}
          </Button>
        </span>
      )}
    </>
  )
}

function progressOf(
  shown: ShownImport,
  t: Translate,
): { label: string; percent?: number; valueText?: string } {
  if (shown.state === 'comparing') return { label: t(messages.comparingNow) }
  if (shown.state === 'writing') {
    const total = joiningOf(shown.tally)
    return share(t(messages.writingNow), shown.rowsWritten, total, t)
  }
  if (shown.rowsExpected !== null)
    return share(t(messages.checkingNow), shown.rowsChecked, shown.rowsExpected, t)
  const done = shown.rowsChecked.toLocaleString('zh-CN')
  return { label: `${t(messages.checkingNow)} · ${t(messages.rowsSoFar, { done })}` }
}

function share(label: string, done: number, total: number, t: Translate) {
  return {
    label,
    percent: total === 0 ? 0 : Math.min(100, Math.floor((100 * done) / total)),
    valueText: t(messages.rowsOf, {
      done: done.toLocaleString('zh-CN'),
      total: Math.max(done, total).toLocaleString('zh-CN'),
    }),
  }
}

function GiveUp({ shown }: { readonly shown: ShownImport }) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const steer = useCommand(membership.steerRosterImport)
  const isWriting = shown.state === 'writing'
  const label = t(isWriting ? messages.stop : messages.giveUp)
  return (
    <>
      <Button variant="quiet" onPress={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        title={label}
        confirmLabel={label}
        isDanger
        isOpen={isAsking}
        onOpenChange={setAsking}
        isPending={steer.isPending}
        onConfirm={() =>
          steer.mutate({ importId: shown.id, wish: 'cancel' }, { onSuccess: () => setAsking(false) })
        }
      >
        <p>{isWriting ? t(messages.stopWhat, { count: shown.rowsWritten }) : t(messages.giveUpWhat)}</p>
        <Refusal failure={steer.error} />
      </ConfirmDialog>
    </>
  )
}
