import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { formMessages } from './messages.ts'
import type { Doubt } from './refused-fields.ts'

type DoubtsDialogProps = {
  readonly doubts: readonly Doubt[]
  readonly isPending: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** What only looks wrong, one line each: saved once a person has ticked every one of them. */
export function DoubtsDialog(props: DoubtsDialogProps) {
  const t = useText()
  return (
    <Dialog
      title={t(formMessages.doubtTitle)}
      isAlert
      isOpen={props.doubts.length > 0}
      onOpenChange={props.onClose}
    >
      <Doubts {...props} />
    </Dialog>
  )
}

function Doubts({ doubts, isPending, onConfirm, onClose }: DoubtsDialogProps) {
  const t = useText()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [isTried, setTried] = useState(false)
  const isMissing = doubts.some(({ key }) => !ticked.has(key))
  const tick = (key: string, isOn: boolean) => {
    const next = new Set(ticked)
    if (isOn) next.add(key)
    else next.delete(key)
    setTicked(next)
  }
  return (
    <>
      <p>{t(formMessages.doubtWhat)}</p>
      <ul className="stations-plain">
        {doubts.map(({ key, reason, accepted, stationCode }) => (
          <li key={key} className="stations-doubt">
            <Checkbox
              isSelected={ticked.has(key)}
              onChange={(isOn) => tick(key, isOn)}
              {...(accepted && { description: t(accepted) })}
            >
              {t(reason)}
            </Checkbox>
            {stationCode && (
              <a className="ui-link" href={`/staff/stations/${stationCode}`} target="_blank" rel="noreferrer">
                {t(formMessages.openOther, { code: stationCode })}
              </a>
            )}
          </li>
        ))}
      </ul>
      {isTried && isMissing && (
        <p className="stations-missing" role="alert">
          {t(formMessages.doubtMissing)}
        </p>
      )}
      <div className="ui-dialog-actions">
        <Button onPress={onClose}>{t(formMessages.backToForm)}</Button>
        <Button
          variant="primary"
          isPending={isPending}
          onPress={() => (isMissing ? setTried(true) : onConfirm())}
        >
          {t(formMessages.confirmAndSave)}
        </Button>
      </div>
    </>
  )
}
