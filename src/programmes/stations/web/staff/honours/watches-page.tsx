import { useState } from 'react'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/data/card.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { messages } from '../messages.ts'
import { ReasonDialog } from '../reason-dialog.tsx'
import '../staff.css'
import { HonourLine } from './honours-card.tsx'
import { honourMessages } from './messages.ts'

type Watch = OutputOf<typeof stations.listHonourWatches>['rows'][number]
type Asked = { readonly watch: Watch; readonly answer: 'keeps' | 'reported-up' }

/** Honours whose stations no longer meet their standard, each waiting for a person. */
export default function WatchesPage() {
  const t = useText()
  const [asked, setAsked] = useState<Asked>()
  return (
    <>
      <PageHeader
        title={t(honourMessages.watches)}
        breadcrumbs={[{ label: t(messages.stations), href: '/staff/stations' }]}
        summary={t(honourMessages.watchesSummary)}
      />
      <Answered to={useAnswer(stations.listHonourWatches, {})}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t(honourMessages.noWatches)}>{t(honourMessages.noWatchesHint)}</EmptyState>
          ) : (
            <div className="ui-stack">
              {rows.map((watch) => (
                <Card key={watch.id} title={watch.stationName}>
                  <HonourLine honour={watch.honour} />
                  <p>
                    {watch.why} <Link href={`/staff/stations/${watch.stationCode}`}>{watch.stationCode}</Link>
                  </p>
                  {watch.mayAnswer && (
                    <div className="ui-row">
                      <Button onPress={() => setAsked({ watch, answer: 'keeps' })}>
                        {t(honourMessages.keeps)}
                      </Button>
                      <Button onPress={() => setAsked({ watch, answer: 'reported-up' })}>
                        {t(honourMessages.reportUp)}
                      </Button>
                    </div>
                  )}
                </Card>
              ))}
            </div>
          )
        }
      </Answered>
      <AnswerDialog asked={asked} onClose={() => setAsked(undefined)} />
    </>
  )
}

function AnswerDialog({
  asked,
  onClose,
}: {
  readonly asked: Asked | undefined
  readonly onClose: () => void
}) {
  const t = useText()
  const toast = useToast()
  const answer = useCommand(stations.answerHonourWatch, ['work'])
  const confirm = (reason: string) => {
    if (asked === undefined) return
    const onSuccess = () => {
      toast({ text: t(honourMessages.answered) })
      onClose()
    }
    answer.mutate({ id: asked.watch.id, answer: asked.answer, reason }, { onSuccess })
  }
  const title = t(asked?.answer === 'reported-up' ? honourMessages.reportUp : honourMessages.keeps)
  return (
    <ReasonDialog
      title={title}
      confirmLabel={title}
      isOpen={asked !== undefined}
      onOpenChange={onClose}
      onConfirm={confirm}
      isPending={answer.isPending}
      failure={answer.error}
    >
      {t(honourMessages.answerWhat)}
    </ReasonDialog>
  )
}
