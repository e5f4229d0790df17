import { useState } from 'react'
import { CaseMoves } from '#kernel/review/client.tsx'
import { useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../../contract.ts'
import { messages } from './messages.ts'
import { NumberDialog } from './number-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'

type Founding = OutputOf<typeof membership.getFounding>
type Chosen = {
  readonly move: 'approve' | 'return' | 'register'
  readonly seq: number
  readonly title: string
}

/** The moves of a founding; those that go out as a paper ask for its number. */
export function FoundingMoves({ founding }: { founding: Founding }) {
  const [chosen, setChosen] = useState<Chosen>()
  const t = useText()
  const close = () => setChosen(undefined)
  return (
    <>
      <CaseMoves
        caseId={founding.standing.caseId}
        programmeMove={(move, one) =>
          move.id === 'approve' || move.id === 'register' || move.id === 'return' ? (
            <Button
              variant={move.id === 'return' ? 'secondary' : 'primary'}
              onPress={() =>
                setChosen({ move: move.id as Chosen['move'], seq: one.seq, title: t(move.title) })
              }
            >
              {t(move.title)}
            </Button>
          ) : (
            <></>
          )
        }
      />
      {chosen?.move === 'return' && (
        <ReturnDialog id={founding.id} seq={chosen.seq} title={chosen.title} onClose={close} />
      )}
      {chosen !== undefined && chosen.move !== 'return' && (
        <Decide founding={founding} chosen={chosen} onClose={close} />
      )}
    </>
  )
}

function Decide({ founding, chosen, onClose }: { founding: Founding; chosen: Chosen; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const approve = useCommand(membership.approveFounding, ['review'])
  const register = useCommand(membership.registerUnion, ['review', 'organisations', 'memberships', 'figures'])
  const isApproval = chosen.move === 'approve'
  const told = () => {
    toast({ text: t(messages.done, { what: chosen.title }) })
    onClose()
  }
  return (
    <NumberDialog
      title={chosen.title}
      suggestedNumber={founding.suggestedNumber ?? ''}
      isPending={approve.isPending || register.isPending}
      failure={approve.error ?? register.error}
      onClose={onClose}
      onConfirm={(documentNumber) => {
        const wish = { id: founding.id, seq: chosen.seq, documentNumber }
        if (isApproval) approve.mutate(wish, { onSuccess: told })
        else register.mutate(wish, { onSuccess: told })
      }}
    >
      {isApproval ? t(messages.approveWhat) : t(messages.registerWhat, { count: founding.roll.length })}
    </NumberDialog>
  )
}
