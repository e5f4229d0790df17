import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useDownload } from '#kernel/files/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered, Refused } from '#ui/states/answered.tsx'
import { greenTravel } from '../../../../contract.ts'
import { settlementMessages as messages } from '../messages.ts'

type Statement = OutputOf<typeof greenTravel.getStatement>
type Format = 'pdf' | 'xlsx' | 'json'

/** Out by format, each with its purpose. */
export function TakeOut({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useText()
  const [format, setFormat] = useState<Format>()
  const download = useDownload(greenTravel.statementFile)
  const take = async (reason: string) => {
    if (format !== undefined && (await download.start({ id, format, reason }, `${name}.${format}`)))
      setFormat(undefined)
  }
  return (
    <>
      {(['pdf', 'xlsx', 'json'] as const).map((one) => (
        <Button
          key={one}
          icon="download"
          variant={one === 'pdf' ? 'primary' : 'secondary'}
          onPress={() => setFormat(one)}
        >
          {one.toUpperCase()}
        </Button>
      ))}
      <ConfirmDialog
        title={t(messages.exportAs)}
        confirmLabel={(format ?? 'pdf').toUpperCase()}
        isOpen={format !== undefined}
        onOpenChange={(isOpen) => !isOpen && setFormat(undefined)}
        onConfirm={(reason) => void take(reason)}
        isPending={download.isPending}
        asksReason={{ label: t(messages.purpose), description: t(messages.exportWhy) }}
      >
        {download.failure && <Refused error={download.failure} />}
      </ConfirmDialog>
    </>
  )
}

/** Nobody pays what they made: the server refuses it, and says so here. */
export function Pay({ statement: { head, content } }: { readonly statement: Statement }) {
  const t = useText()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const pay = useCommand(greenTravel.payOnAccount, ['ledger'])
  const { owedFen: fen } = content
  const confirm = (memo: string) =>
    pay.mutate(
      { companyUnit: content.company.unit, fen, memo, statement: head.id },
      { onSuccess: () => setOpen(false) },
    )
  return (
    <Allowed permission="green-travel.budget">
      <Button onPress={() => setOpen(true)}>{t(messages.pay)}</Button>
      <ConfirmDialog
        title={t(messages.payTitle, { yuan: format.yuan(fen) })}
        confirmLabel={t(messages.pay)}
        isOpen={isOpen}
        onOpenChange={setOpen}
        onConfirm={confirm}
        isPending={pay.isPending}
        asksReason={{ label: t(messages.purpose) }}
      >
        {pay.error && <Refused error={pay.error} />}
      </ConfirmDialog>
    </Allowed>
  )
}

export function Recompute({ id }: { readonly id: string }) {
  const t = useText()
  const [isAsked, setAsked] = useState(false)
  const answer = useAnswer(greenTravel.recompute, { id }, { enabled: isAsked })
  if (!isAsked)
    return (
      <p className="green-travel-act">
        <Button onPress={() => setAsked(true)}>{t(messages.recompute)}</Button>
      </p>
    )
  return (
    <Answered to={answer}>
      {({ intact, recomputedRides }) => (
        <p>
          <StatusBadge status={intact ? 'good' : 'bad'}>
            {intact ? t(messages.recomputeHolds, { rides: recomputedRides }) : t(messages.recomputeBreaks)}
          </StatusBadge>
        </p>
      )}
    </Answered>
  )
}
