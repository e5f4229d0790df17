import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import type { OutputOf } from '#platform/contract.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered, Refused } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Pagination } from '#ui/table/pagination.tsx'
import { claims } from '../../contract.ts'
import { messages } from './messages.ts'
import { RelationDialog } from './relation-dialog.tsx'
import { RelationLine } from './relation-line.tsx'
import { staffMessages as words } from './staff-messages.ts'

type Relation = OutputOf<typeof claims.listRelations>['rows'][number]

const PAGE_SIZE = 20

/** What should hold between the claims: recorded, worked out, withdrawn where it was recorded by mistake. */
export function StaffRelations() {
  const t = useText()
  const [page, setPage] = useState(1)
  const [isRecording, setRecording] = useState(false)
  const [withdrawn, setWithdrawn] = useState<Relation | null>(null)
  const answer = useAnswer(claims.listRelations, { page, pageSize: PAGE_SIZE }, { keepLast: true })
  return (
    <Card
      title={t(messages.between)}
      actions={
        <Allowed permission="claims.write">
          <Button icon="plus" onPress={() => setRecording(true)}>
            {t(words.recordRelation)}
          </Button>
        </Allowed>
      }
    >
      <Answered to={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState title={t(words.noRelations)} />
          ) : (
            <>
              <ul className="claims-list">
                {rows.map((relation) => (
                  <li key={relation.id}>
                    <RelationLine relation={relation} />
                    <Allowed permission="claims.write">
                      <Button variant="quiet" onPress={() => setWithdrawn(relation)}>
                        {t(words.withdraw)}
                      </Button>
                    </Allowed>
                  </li>
                ))}
              </ul>
              <Pagination
                page={page}
                pageSize={PAGE_SIZE}
                total={total}
                of={t(messages.between)}
                onPageChange={setPage}
              />
            </>
          )
        }
      </Answered>
      {isRecording && <RelationDialog onClose={() => setRecording(false)} />}
      {withdrawn !== null && <Withdrawal relation={withdrawn} onClose={() => setWithdrawn(null)} />}
    </Card>
  )
}

function Withdrawal({ relation: { id, title }, onClose }: { relation: Relation; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const withdraw = useCommand(claims.withdrawRelation, ['audit'])
  const confirm = async (reason: string) => {
    await withdraw.mutateAsync({ id, reason })
    toast({ text: t(words.withdrawnNow) })
    onClose()
  }
  return (
    <ConfirmDialog
      title={t(words.withdraw)}
      confirmLabel={t(words.withdraw)}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isPending={withdraw.isPending}
      onConfirm={(reason) => void confirm(reason).catch(() => undefined)}
      asksReason={{}}
    >
      <p>{t(words.withdrawText, { title: t(title) })}</p>
      {withdraw.error && <Refused error={withdraw.error} />}
    </ConfirmDialog>
  )
}
