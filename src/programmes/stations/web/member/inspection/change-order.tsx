import { useState } from 'react'
import { call } from '#platform/client/call.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button, IconButton } from '#ui/controls/button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { stations } from '../../../contract.ts'
import { moved } from '../../../rules/inspection/moved.ts'
import { askPosition } from '../device/position.ts'
import type { Round } from '../types.ts'
import { inspectionMessages as messages } from './messages.ts'

/** The route's order by buttons, or anew from where the phone is; nothing is changed until it is kept. */
export function ChangeOrder({ round, onClose }: { round: Round; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const [codes, setCodes] = useState(() => round.stops.map(({ code }) => code))
  const [isOrdering, setOrdering] = useState(false)
  const change = useCommand(stations.changeRound)
  const names = new Map(round.stops.map(({ code, name }) => [code, name]))
  const orderFromHere = async () => {
    setOrdering(true)
    const position = await askPosition()
    const from = position.kind === 'known' ? { from: { ...position.received, datum: 'WGS-84' as const } } : {}
    const ordered = await call(stations.orderRound, { codes, ...from }).catch(() => undefined)
    if (ordered !== undefined) setCodes(ordered.codes)
    setOrdering(false)
  }
  const keep = () =>
    change.mutate(
      { id: round.id, revision: round.revision, codes },
      {
        onSuccess: () => {
          toast({ text: t(messages.orderKept) })
          onClose()
        },
      },
    )
  return (
    <div className="ui-stack">
      <Button icon="target" isPending={isOrdering} onPress={() => void orderFromHere()}>
        {t(messages.reorder)}
      </Button>
      <ol className="round-stops">
        {codes.map((code, index) => {
          const name = names.get(code) ?? code
          return (
            <li key={code} className="ui-card round-stop">
              <header className="ui-card-head">
                <h2>{name}</h2>
                <span className="visit-order">
                  <IconButton
                    icon="arrow-up"
                    label={t(messages.moveUp, { name })}
                    isDisabled={index === 0}
                    onPress={() => setCodes(moved(codes, index, index - 1))}
                  />
                  <IconButton
                    icon="arrow-down"
                    label={t(messages.moveDown, { name })}
                    isDisabled={index === codes.length - 1}
                    onPress={() => setCodes(moved(codes, index, index + 1))}
                  />
                  <IconButton
                    icon="cross"
                    label={t(messages.takeOff, { name })}
                    isDisabled={codes.length === 1}
                    onPress={() => setCodes(codes.toSpliced(index, 1))}
                  />
                </span>
              </header>
            </li>
          )
        })}
      </ol>
      {change.error && (
        <p className="stations-notice" role="alert" data-status="bad">
          {t(change.error.text)}
        </p>
      )}
      <div className="stations-actions">
        <Button onPress={onClose}>{t(messages.cancel)}</Button>
        <Button variant="primary" isPending={change.isPending} onPress={keep}>
          {t(messages.keepOrder)}
        </Button>
      </div>
    </div>
  )
}
