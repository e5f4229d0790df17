import { useEffect, useRef } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { Drawer } from '#ui/controls/drawer.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { CheckInResult } from './check-in-result.tsx'
import { stationMessages } from './station-messages.ts'
import { ProofLines } from './proof-lines.tsx'
import type { CheckInState } from './use-check-in.ts'
import type { Spot } from './use-spot.ts'

type CheckInSheetProps = { spot: Spot; checkIn: CheckInState; onClose: () => void }

/** Before a check-in without a scan: what proves it, what does not, and that it may go on all the same. */
export default function CheckInSheet({ spot, checkIn, onClose }: CheckInSheetProps) {
  const t = useText()
  const before = useRef(checkIn.done)
  const close = useRef(onClose)
  useEffect(() => {
    if (checkIn.done !== undefined && checkIn.done !== before.current) close.current()
  }, [checkIn.done])
  return (
    <Drawer
      title={t(stationMessages.proofTitle)}
      side="bottom"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <div className="stations-sheet">
        <ProofLines spot={spot} />
        <CheckInResult checkIn={checkIn.error ? checkIn : { ...checkIn, done: undefined }} />
        <Button variant="primary" icon="check" wide isDisabled={checkIn.isPending} onPress={checkIn.press}>
          {t(stationMessages.checkInAnyway)}
        </Button>
      </div>
    </Drawer>
  )
}
