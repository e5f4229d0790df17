import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Refused } from '#ui/states/answered.tsx'
import { greenTravel } from '../../../../contract.ts'
import { rideMessages as messages } from './messages.ts'

type Ride = OutputOf<typeof greenTravel.findRide>
type Asked = { readonly companyUnit: string; readonly voucher: number; readonly counter: number }
type Props = { readonly asked: Asked; readonly ride: Ride }

const signatureStatus = { holds: 'good', broken: 'bad', 'not-kept': 'info' } as const

export function FoundRide({ asked, ride }: Props) {
  const t = useText()
  const format = useFormat()
  return (
    <Card title={`${asked.voucher} · ${asked.counter}`}>
      <DescriptionList
        items={[
          { term: t(messages.day), value: format.date(ride.day) },
          { term: t(messages.route), value: ride.route },
          { term: t(messages.reader), value: ride.reader },
          { term: t(messages.takenAt), value: format.dateTime(ride.takenAt) },
          { term: t(messages.readAt), value: ride.readAt && format.dateTime(ride.readAt) },
          {
            term: t(messages.cameBy),
            value:
              ride.file === null
                ? t(messages.online)
                : t(messages.fileLine, { name: ride.file.name, line: ride.file.line ?? '—' }),
          },
          {
            term: t(messages.money),
            value: `${format.yuan(ride.memberFen)} / ${format.yuan(ride.unionFen)}`,
          },
          {
            term: t(messages.signature),
            value: (
              <StatusBadge status={signatureStatus[ride.signature]}>
                {t(messages[ride.signature])}
              </StatusBadge>
            ),
          },
          ...(ride.reversal === null
            ? []
            : [
                {
                  term: t(messages.reversed),
                  value: t(messages.reversedBy, {
                    day: format.date(ride.reversal.day),
                    who: ride.reversal.madeBy,
                    why: ride.reversal.reason,
                  }),
                },
              ]),
        ]}
      />
      <div className="ui-row">
        {ride.reversal === null && (
          <Allowed permission="green-travel.settle">
            <Reverse asked={asked} ride={ride} />
          </Allowed>
        )}
        <Allowed permission="green-travel.run">
          <Revoke voucher={asked.voucher} />
        </Allowed>
      </div>
    </Card>
  )
}

function Reverse({ asked, ride }: Props) {
  const t = useText()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const reverse = useCommand(greenTravel.reverseRide)
  return (
    <>
      <Button variant="danger" onPress={() => setOpen(true)}>
        {t(messages.reverse)}
      </Button>
      <ConfirmDialog
        title={t(messages.reverse)}
        confirmLabel={t(messages.reverse)}
        isDanger
        isOpen={isOpen}
        isPending={reverse.isPending}
        onOpenChange={setOpen}
        asksReason={{ label: t(messages.reason) }}
        onConfirm={(reason) => reverse.mutate({ ...asked, reason }, { onSuccess: () => setOpen(false) })}
      >
        {t(messages.reverseText, { amount: format.yuan(ride.unionFen) })}
        {reverse.error && <Refused error={reverse.error} />}
      </ConfirmDialog>
    </>
  )
}

function Revoke({ voucher }: { readonly voucher: number }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const revoke = useCommand(greenTravel.revokeVoucher)
  if (revoke.isSuccess) return <StatusBadge status="good">{t(messages.revoked)}</StatusBadge>
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t(messages.revoke)}</Button>
      <ConfirmDialog
        title={t(messages.revoke)}
        confirmLabel={t(messages.revoke)}
        isDanger
        isOpen={isOpen}
        isPending={revoke.isPending}
        onOpenChange={setOpen}
        asksReason={{ label: t(messages.reason) }}
        onConfirm={(reason) => revoke.mutate({ voucher, reason }, { onSuccess: () => setOpen(false) })}
      >
        {t(messages.revokeText)}
        {revoke.error && <Refused error={revoke.error} />}
      </ConfirmDialog>
    </>
  )
}
