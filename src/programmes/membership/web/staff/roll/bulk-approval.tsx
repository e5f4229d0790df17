import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { ApplicationRow } from '../../types.ts'
import { IdentityChoice, type IdentityCheck } from './identity-choice.tsx'
import { rollMessages } from './messages.ts'
import { useSecondsLeft, type BulkApproving } from './use-bulk-approval.ts'

type BulkApprovalProps = { readonly rows: readonly ApplicationRow[]; readonly bulk: BulkApproving }

/** Several at once, each decided by itself. */
export function BulkApproval({ rows, bulk }: BulkApprovalProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const [identity, setIdentity] = useState<IdentityCheck | ''>('')
  const start = () => {
    if (identity === '') return
    setOpen(false)
    bulk.start(rows, identity)
  }
  return (
    <Allowed permission="membership.admit">
      <Button
        variant="primary"
        icon="check"
        isPending={bulk.isPending || bulk.count > 0}
        isDisabled={rows.length === 0}
        onPress={() => setOpen(true)}
      >
        {t(rollMessages.approveMany, { count: rows.length })}
      </Button>
      <Dialog
        title={t(rollMessages.approveManyTitle, { count: rows.length })}
        isOpen={isOpen}
        onOpenChange={setOpen}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t(rollMessages.cancel)}</Button>
            <Button variant="primary" isDisabled={identity === ''} onPress={start}>
              {t(rollMessages.approve)}
            </Button>
          </>
        }
      >
        <p>{t(rollMessages.approveManyText)}</p>
        <IdentityChoice value={identity} onChange={setIdentity} />
      </Dialog>
    </Allowed>
  )
}

/** Above the list: some seconds to think again, then what could not be admitted and why. */
export function BulkStatus({ bulk }: { readonly bulk: BulkApproving }) {
  const t = useText()
  if (bulk.count > 0) return <Soon bulk={bulk} />
  if (bulk.left.length === 0) return null
  return (
    <Card>
      <ul className="roll-left" role="alert">
        {bulk.left.map(({ number, reason }) => (
          <li key={number}>{t(rollMessages.left, { number, reason: t(reason) })}</li>
        ))}
      </ul>
    </Card>
  )
}

function Soon({ bulk }: { readonly bulk: BulkApproving }) {
  const t = useText()
  const seconds = useSecondsLeft()
  return (
    <Card>
      <div className="ui-row">
        <span role="timer">{t(rollMessages.soon, { seconds, count: bulk.count })}</span>
        <Button icon="undo" onPress={bulk.undo}>
          {t(rollMessages.undo)}
        </Button>
      </div>
    </Card>
  )
}
