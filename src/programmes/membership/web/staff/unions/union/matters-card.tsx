import { useState } from 'react'
import { CaseMoves } from '#kernel/review/client.tsx'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { membership } from '../../../../contract.ts'
import { matterWords, outcomeStatus } from '../../../union-words.ts'
import { messages } from '../messages.ts'
import { NumberDialog } from '../number-dialog.tsx'
import { MatterDialog } from './matter-dialog.tsx'
import type { Union } from './union-page.tsx'

type Matter = Union['matters'][number]

/** What the union wants changed, where each stands, and the decision where it is the caller's. */
export function MattersCard({ union }: { union: Union }) {
  const t = useText()
  const [isProposing, setProposing] = useState(false)
  return (
    <Card
      title={t(messages.matters)}
      actions={
        union.mayKeep && (
          <Button icon="plus" onPress={() => setProposing(true)}>
            {t(messages.propose)}
          </Button>
        )
      }
    >
      {union.matters.length === 0 && <p className="ui-hint">{t(messages.noMatters)}</p>}
      {union.matters.map((matter) => (
        <MatterItem key={matter.id} union={union} matter={matter} />
      ))}
      {isProposing && <MatterDialog union={union} onClose={() => setProposing(false)} />}
    </Card>
  )
}

function MatterItem({ union, matter }: { union: Union; matter: Matter }) {
  const t = useText()
  const format = useFormat()
  const [granting, setGranting] = useState<number>()
  return (
    <section className="unions-line" aria-label={t(matterWords[matter.kind])}>
      <span className="ui-row">
        <b>{t(matterWords[matter.kind])}</b>
        <StatusBadge status={outcomeStatus(matter.standing.outcome)}>
          {t(matter.standing.stateTitle)}
        </StatusBadge>
        <span className="ui-hint">
          {matter.madeBy} {format.date(matter.proposedAt, 'numeric')} {matter.documentNumber}
        </span>
      </span>
      <p>{sayMatter(matter, t)}</p>
      <p className="ui-hint">{matter.reason}</p>
      {matter.outcome?.['retained'] !== undefined && (
        <p>
          {t(messages.movedRetained, {
            moved: matter.outcome['moved'] ?? 0,
            retained: matter.outcome['retained'],
          })}
        </p>
      )}
      {matter.standing.outcome === null && (
        <CaseMoves
          caseId={matter.standing.caseId}
          programmeMove={(move, one) => (
            <Button variant="primary" onPress={() => setGranting(one.seq)}>
              {t(move.title)}
            </Button>
          )}
        />
      )}
      {granting !== undefined && (
        <Grant union={union} matter={matter} seq={granting} onClose={() => setGranting(undefined)} />
      )}
    </section>
  )
}

type GrantProps = { union: Union; matter: Matter; seq: number; onClose: () => void }

function Grant({ union, matter, seq, onClose }: GrantProps) {
  const t = useText()
  const toast = useToast()
  const grant = useCommand(membership.grantMatter, ['review', 'organisations', 'memberships', 'figures'])
  const title = `${t(matterWords[matter.kind])}：${union.name}`
  return (
    <NumberDialog
      title={title}
      suggestedNumber={union.suggestedNumber ?? ''}
      isPending={grant.isPending}
      failure={grant.error}
      onClose={onClose}
      onConfirm={(documentNumber) =>
        grant.mutate(
          { matterId: matter.id, seq, documentNumber },
          {
            onSuccess: () => {
              toast({ text: t(messages.done, { what: title }) })
              onClose()
            },
          },
        )
      }
    >
      {t(messages.grantWhat, { matter: sayMatter(matter, t) })}
    </NumberDialog>
  )
}

/** What a matter comes to, in a sentence. */
function sayMatter({ content, targetName }: Matter, t: Translate): string {
  switch (content.kind) {
    case 'rename':
      return `${t(messages.newName)}：${content.name}`
    case 'move':
      return `${t(messages.toParent)}：${targetName ?? '—'}`
    case 'merge':
      return `${t(messages.into)}：${targetName ?? '—'}`
    case 'dissolve':
      return `${content.unitEnded ? `${t(messages.unitEnded)} ${content.unitEndedOn ?? ''} ` : ''}${t(messages.dissolveKeeps)}`
    case 'extension':
      return `${t(messages.untilDay)} ${content.untilDay}`
    default:
      return `${t(messages.electionSaid, {
        day: content.report.heldOn,
        entitled: content.report.entitled,
        present: content.report.present,
        years: content.report.termYears,
      })}：${content.report.officers.map(({ name }) => name).join('、')}`
  }
}
