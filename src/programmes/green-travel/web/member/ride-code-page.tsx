import { useEffect, useState } from 'react'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { LoadingState } from '#ui/states/loading-state.tsx'
import { greenTravel } from '../../contract.ts'
import { CodePanel } from './code-panel.tsx'
import { useVouchers, type HeldVoucher } from './device/use-vouchers.ts'
import { useWakeLock } from './device/use-wake-lock.ts'
import { messages } from './messages.ts'
import './ride.css'
import { useFetching } from './use-fetching.ts'
import { useRideCode, type ShownCode } from './use-ride-code.ts'
import { WhyNoCode } from './why-not.tsx'

const ASKED_EVERY_SECONDS = 5

/** The ride code fills the screen. What is on this phone is shown at once, with a network or without. */
export default function RideCodePage() {
  const t = useText()
  const vouchers = useVouchers()
  const { why, retry } = useFetching(vouchers)
  const code = useRideCode(vouchers.held)
  const confirmed = useConfirmedByReader(vouchers, code)
  useWakeLock(code !== null && code !== undefined)
  return (
    <MemberPage
      title={t(messages.title)}
      actions={
        <LinkButton href="/ride/mine" variant="quiet" icon="clock">
          {t(messages.myRides)}
        </LinkButton>
      }
    >
      {confirmed.isShown ? (
        <OnBoard onAgain={confirmed.close} />
      ) : code ? (
        <CodePanel
          code={code}
          renewSeconds={renewSecondsOf(vouchers.held, code)}
          onBoarded={() => void vouchers.markUsed(code.number, [code.counter])}
        />
      ) : code === undefined ? (
        <LoadingState label={t(messages.loading)} />
      ) : (
        <WhyNoCode why={why} onRetry={retry} />
      )}
      {(vouchers.held?.length ?? 0) > 0 && <LostPhone held={vouchers} />}
    </MemberPage>
  )
}

const renewSecondsOf = (held: readonly HeldVoucher[] | undefined, { number }: ShownCode) =>
  (held?.find((one) => one.number === number)?.codeSeconds ?? 60) / 2

/** A connected reader's ride is known here seconds later: the page says so, and the next code is the next ride. */
function useConfirmedByReader(vouchers: ReturnType<typeof useVouchers>, code: ShownCode | null | undefined) {
  const [isShown, setShown] = useState(false)
  const numbers = vouchers.held?.map(({ number }) => number) ?? []
  const use = useAnswer(
    greenTravel.voucherUse,
    { vouchers: numbers.slice(-12) },
    { enabled: numbers.length > 0, everySeconds: ASKED_EVERY_SECONDS, keepLast: true },
  )
  const { markUsed, drop } = vouchers
  const seen = use.data?.vouchers
  const [number, counter] = [code?.number, code?.counter]
  useEffect(() => {
    for (const { voucher, used, revoked } of seen ?? []) {
      if (revoked) void drop(voucher)
      else if (used.length > 0) {
        if (voucher === number && counter !== undefined && used.includes(counter)) setShown(true)
        void markUsed(voucher, used)
      }
    }
    // Only a new answer is news; what the page shows meanwhile is not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [seen])
  return { isShown, close: () => setShown(false) }
}

function OnBoard({ onAgain }: { onAgain: () => void }) {
  const t = useText()
  return (
    <section className="ride-panel ride-on-board" role="status">
      <span className="ride-tick ride-tick-large" aria-hidden="true" />
      <h2>{t(messages.boardedNow)}</h2>
      <p>{t(messages.boardedNote)}</p>
      <Button wide onPress={onAgain}>
        {t(messages.again)}
      </Button>
    </section>
  )
}

function LostPhone({ held }: { held: ReturnType<typeof useVouchers> }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const revoke = useCommand(greenTravel.revokeMyVouchers)
  const dropAll = async () => {
    for (const { number } of held.held ?? []) await held.drop(number)
    setOpen(false)
  }
  const run = () => revoke.mutate({}, { onSuccess: () => void dropAll() })
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {t(messages.lost)}
      </Button>
      {revoke.error && <p role="alert">{t(revoke.error.text)}</p>}
      <ConfirmDialog
        isOpen={isOpen}
        title={t(messages.lost)}
        confirmLabel={t(messages.lostConfirm)}
        onConfirm={run}
        onOpenChange={setOpen}
      >
        {t(messages.lostText)}
      </ConfirmDialog>
    </>
  )
}
