import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { stations } from '../../../contract.ts'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { handoverMessages as messages } from './messages.ts'

type Handover = OutputOf<typeof stations.listHandovers>['rows'][number]

/** Hand-overs in which the person stands on a side, each to be answered; nothing where none waits. */
export function WaitingHandovers() {
  const rows = useAnswer(stations.listHandovers, {}).data?.rows ?? []
  return rows.map((handover) => <Waiting key={handover.id} handover={handover} />)
}

function Waiting({ handover }: { readonly handover: Handover }) {
  const t = useText()
  const format = useFormat()
  const toast = useToast()
  const answer = useCommand(stations.answerHandover, ['work'])
  const say = (agrees: boolean) =>
    answer.mutate({ id: handover.id, agrees }, { onSuccess: () => toast({ text: t(messages.done) }) })
  const hasAgreed =
    (handover.side === 'keeper' ? handover.keeperAgreedAt : handover.successorAgreedAt) !== null
  const names = { station: handover.stationName, name: handover.successorName }
  const title = hasAgreed
    ? messages.waitingMine
    : handover.side === 'successor'
      ? messages.waitingYours
      : messages.waitingKeeper
  return (
    <Card title={t(title, names)}>
      <p className="ui-hint">
        {t(messages.from, {
          keeper: handover.keeperName,
          by: handover.offeredBy,
          until: format.date(handover.expiresAt),
        })}
      </p>
      <RefusalNote failure={answer.error} />
      <div className="stations-actions">
        {!hasAgreed && (
          <Button variant="primary" isPending={answer.isPending} onPress={() => say(true)}>
            {t(messages.agree)}
          </Button>
        )}
        <Button isDisabled={answer.isPending} onPress={() => say(false)}>
          {t(handover.side === 'keeper' && hasAgreed ? messages.takeBack : messages.decline)}
        </Button>
      </div>
    </Card>
  )
}
