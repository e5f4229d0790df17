import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { formRefusal } from '#kernel/organisations/client.ts'
import { CaseMoves } from '#kernel/review/client.tsx'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../../../contract.ts'
import type { Claim } from './claim-page.tsx'
import { messages } from './messages.ts'
import { fenOf } from './say-milestone.ts'

/** Money that was paid wrongly comes back: one proposes it, another books what came in. */
export function ReclaimCard({ claim }: { claim: Claim }) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const book = useCommand(membership.bookReclaim, ['review', 'ledger', 'figures'])
  const { reclaimCaseId } = claim
  return (
    <Card title={t(messages.reclaim)}>
      {reclaimCaseId === null ? (
        <Allowed permission="membership.check-support">
          {claim.reclaimedFen < claim.amountFen && (
            <Button variant="danger" onPress={() => setAsking(true)}>
              {t(messages.reclaim)}
            </Button>
          )}
        </Allowed>
      ) : (
        <>
          <p>{t(messages.reclaimOpen)}</p>
          {book.error && <p role="alert">{t(book.error.text)}</p>}
          <CaseMoves
            caseId={reclaimCaseId}
            programmeMove={(move, one) => (
              <Button
                variant="primary"
                isPending={book.isPending}
                onPress={() => book.mutate({ caseId: reclaimCaseId, seq: one.seq })}
              >
                {t(move.title)}
              </Button>
            )}
          />
        </>
      )}
      {isAsking && <ReclaimDialog claim={claim} onClose={() => setAsking(false)} />}
    </Card>
  )
}

function ReclaimDialog({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const t = useText()
  const propose = useCommand(membership.proposeReclaim, ['review'])
  const [yuan, setYuan] = useState((claim.amountFen - claim.reclaimedFen) / 100)
  const [reason, setReason] = useState('')
  return (
    <Dialog title={t(messages.reclaim)} isAlert isOpen onOpenChange={onClose}>
      <Form
        onSubmit={() =>
          propose.mutate({ claimId: claim.id, amountFen: fenOf(yuan || 0), reason }, { onSuccess: onClose })
        }
        {...formRefusal(propose.error, t)}
      >
        <NumberField
          name="amountFen"
          label={t(messages.reclaimAmount)}
          minValue={0}
          value={yuan}
          onChange={setYuan}
        />
        <TextField name="reason" label={t(messages.reason)} value={reason} onChange={setReason} />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="danger" isPending={propose.isPending}>
            {t(messages.reclaim)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
