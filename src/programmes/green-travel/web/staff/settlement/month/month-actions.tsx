import { Allowed } from '#kernel/access/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useNavigate } from '@tanstack/react-router'
import { useText } from '#ui/i18n/language.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { greenTravel } from '../../../../contract.ts'
import { settlementMessages as messages } from '../messages.ts'
import type { Month, OfMonth } from './month-page.tsx'

/** Compare, and once all is decided, make the statement; a settled month leads to it. */
export function MonthActions({ of, month }: { readonly of: OfMonth; readonly month: Month }) {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const reconcile = useCommand(greenTravel.reconcileMonth, ['review'])
  const propose = useCommand(greenTravel.proposeStatement, ['review'])
  const failure = reconcile.error ?? propose.error
  const { statement } = month
  const isOpen = statement === null || statement.state === 'returned'
  return (
    <>
      {failure && <Refused error={failure} />}
      {!isOpen && (
        <LinkButton variant="primary" href={`/staff/green-travel/statements/${statement.id}`}>
          {t(messages.openStatement)}
        </LinkButton>
      )}
      {statement?.state !== 'settled' && (
        <Allowed permission="green-travel.settle">
          <Button
            isPending={reconcile.isPending}
            onPress={() =>
              reconcile.mutate(of, { onSuccess: (found) => toast({ text: t(messages.reconciled, found) }) })
            }
          >
            {t(messages.reconcile)}
          </Button>
          {isOpen && month.isOver && (
            <Button
              variant="primary"
              isPending={propose.isPending}
              onPress={() =>
                propose.mutate(of, {
                  onSuccess: ({ id }) => void navigate({ href: `/staff/green-travel/statements/${id}` }),
                })
              }
            >
              {t(messages.propose)}
            </Button>
          )}
        </Allowed>
      )}
    </>
  )
}
