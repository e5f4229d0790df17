import { Allowed } from '#kernel/access/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { contests } from '../../../contract.ts'
import type { Result } from '../../types.ts'
import { resultMessages as messages } from './messages.ts'

type ProposeProps = { readonly contestId: string; readonly obstacles: Result['obstacles'] }

/** Fixes the lists and hands them in; or says what stands against it. */
export function Propose({ contestId, obstacles }: ProposeProps) {
  const t = useText()
  const toast = useToast()
  const propose = useCommand(contests.proposeResult, ['review', 'work'])
  const handIn = () =>
    propose.mutate(
      { contestId },
      { onSuccess: () => toast({ text: t(messages.proposedNow), icon: 'check' }) },
    )
  if (obstacles.length > 0)
    return (
      <section className="contest-next" aria-label={t(messages.notYet)}>
        <h2>{t(messages.notYet)}</h2>
        {obstacles.map((obstacle) => (
          <p key={obstacle}>{t(messages[obstacle])}</p>
        ))}
      </section>
    )
  return (
    <Allowed permission="contests.run">
      <section className="contest-next" aria-label={t(messages.propose)}>
        <p>{t(messages.proposeWhat)}</p>
        <RefusalNote failure={propose.error} />
        <Button variant="primary" isPending={propose.isPending} onPress={handIn}>
          {t(messages.propose)}
        </Button>
      </section>
    </Allowed>
  )
}
